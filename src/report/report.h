// Report -> bytes. Reporters look nothing up and open no file.
#pragma once

#include "model/finding.h"

#include <string>

namespace nostall {

struct TextOptions {
  bool color = false;
  bool quiet = false; ///< findings and problems only: no summary
  bool statistics = false;
  bool every_place = false;    ///< each finding by itself, not one entry for each cause
  bool notes = false;          ///< notes too; otherwise they are counted
  size_t width = 80;           ///< columns that prose and source keep to
  bool wraps_headings = false; ///< the first lines of findings too: for people, not for programs
};

std::string toText(const Report& report, const TextOptions& options);
std::string toJson(const Report& report);
std::string toSarif(const Report& report);
/// One line a finding, for editors and grep: no summary.
std::string toConcise(const Report& report);
/// Commands of GitHub Actions that annotate the changed files: one for each cause and file.
std::string toGitHub(const Report& report);
/// GitLab's Code Quality report: an entry for each cause and file.
std::string toGitLab(const Report& report);
/// A test case for each cause and file, for CI pages that know nothing else.
std::string toJUnit(const Report& report);
/// The summary of a CI job: counts, what to repair first, the causes.
std::string toMarkdown(const Report& report);

} // namespace nostall

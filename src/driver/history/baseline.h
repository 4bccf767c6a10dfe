// Findings that were there before: a file that knows them, so that only new ones are reported.
#pragma once

#include "model/finding.h"
#include "support/problem.h"

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace nostall {

/// Findings with equal fingerprints (instantiations in headers that two programs see differently, functions
/// of one name in two files) are counted: one more of them is new.
struct BaselineEntry {
  std::string rule;
  std::string file;     ///< for people: findings are known by their fingerprints alone, files may be renamed
  std::string function; ///< likewise
  uint32_t count = 0;

  bool operator==(const BaselineEntry&) const = default;
};

using Baseline = std::map<std::string, BaselineEntry>; ///< by fingerprint

/// The findings that count, notes too.
Baseline baselineOf(const Report& report);

/// As the file has it: JSON, sorted, a line an entry, so that version control merges and shows it well.
std::string baselineText(const Baseline& baseline);

/// From such a file's text, or from a JSON report's. `name` is the file's, for what is wrong with it.
Baseline parseBaseline(const std::string& text, const std::string& name, Problems& problems);

/// Reads the file; a sentence in `problems` when that cannot be done.
Baseline readBaseline(const std::string& path, const std::string& name, Problems& problems);

/// Takes the findings that the baseline knows out of those that count, and what only they end in out of what
/// is to be repaired first. Returns what of the baseline is still there.
Baseline silenceKnown(Report& report, const Baseline& known);

/// How many findings an entry or a baseline stands for.
uint64_t sizeOf(const Baseline& baseline);

} // namespace nostall

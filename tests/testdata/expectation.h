// What a labelled file of testdata/ says must be found in it. The grammar is in testdata/README.md.
#pragma once

#include "model/severity.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace nostall::testdata {

enum class Label : uint8_t {
  Want,   ///< a finding is here
  Ok,     ///< silence is on purpose
  Missed, ///< a known missed alarm
  False,  ///< a known false alarm
};

struct Expectation {
  Label label = Label::Want;
  std::string file; ///< absolute
  uint32_t line = 0;
  std::string rule;
  std::optional<Severity> severity;
  std::optional<std::vector<std::string>> via; ///< display names of the chain's functions, in order
};

/// A labelled file: its comments and the directives of its first lines.
struct LabelledFile {
  std::vector<Expectation> expectations;
  std::vector<std::string> flags;   ///< further arguments for the compiler, placeholders not yet filled
  std::vector<std::string> enabled; ///< rules that are off unless asked for
  bool no_findings = false;
  bool degraded = false;
  std::vector<std::string> mistakes; ///< "file:line: sentence"
};

LabelledFile readLabels(const std::string& file, std::string_view text);

/// One finding, reduced to what a label can speak of.
struct Found {
  std::string file; ///< absolute
  uint32_t line = 0;
  std::string rule;
  Severity severity = Severity::Error;
  std::vector<std::string> via;
};

/// Every disagreement between labels and findings, each with its place; empty when they agree.
std::vector<std::string> disagreements(const std::vector<Expectation>& expectations,
                                       const std::vector<Found>& found);

} // namespace nostall::testdata

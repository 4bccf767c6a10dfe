// What the comments of a labelled file say must be found in it: "// want: blocking-sleep". The grammar is in
// testdata/README.md.
#pragma once

#include "model/finding.h"
#include "model/severity.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace nostall {

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

/// Adds what another file of the same program says.
void append(LabelledFile& labels, LabelledFile&& more);

/// What is wrong with the labels of a program, whatever is found in it: mistakes of form, rules that
/// `is_rule` does not know, no finding wanted though nothing says that this is the point. `file` is named
/// for what no line is to blame for.
std::vector<std::string> mistakesOf(const LabelledFile& labels, const std::string& file,
                                    const std::function<bool(const std::string& rule)>& is_rule);

/// One finding, reduced to what a label can speak of.
struct Found {
  std::string file; ///< absolute
  uint32_t line = 0;
  std::string rule;
  Severity severity = Severity::Error;
  std::vector<std::string> via;
};

/// What counts in a report: findings that nothing suppresses.
std::vector<Found> foundIn(const std::vector<Finding>& findings);

/// Every disagreement between labels and findings, each with its place; empty when they agree.
std::vector<std::string> disagreements(const std::vector<Expectation>& expectations,
                                       const std::vector<Found>& found);

} // namespace nostall

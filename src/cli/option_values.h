// The words that options take, each said once: for parsing, for help and for "did you mean".
#pragma once

#include "cli/command_line.h"

#include <string>
#include <vector>

namespace nostall {

/// A value, or why there is none: a sentence without the option's name.
template <typename T>
struct Parsed {
  std::optional<T> value;
  std::string error;
};

Parsed<ReportFormat> parseReportFormat(const std::string& text);
Parsed<RulesFormat> parseRulesFormat(const std::string& text);
Parsed<ColorMode> parseColorMode(const std::string& text);
/// --fail-on: the outer optional is filled when `text` is allowed, the inner one when it is not "never".
Parsed<std::optional<Severity>> parseFailOn(const std::string& text);
/// "FORMAT=FILE".
Parsed<std::pair<ReportFormat, std::string>> parseAlso(const std::string& text);
struct CodePlace {
  std::string file;
  unsigned line = 0;
  unsigned column = 0; ///< 0: none was written
};

/// "FILE:LINE" or "FILE:LINE:COLUMN".
Parsed<CodePlace> parseCodePlace(const std::string& text);
/// "RULE=LEVEL".
Parsed<std::pair<std::string, Severity>> parseRuleSeverity(const std::string& text);
/// A whole number, at least `least`.
Parsed<unsigned> parseNumber(const std::string& text, unsigned least, unsigned most);

/// "'jsn' is unknown: use text, json or sarif; did you mean json?"
std::string unknownWord(const std::string& word, const std::vector<std::string>& allowed);

} // namespace nostall

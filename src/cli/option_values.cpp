#include "cli/option_values.h"

#include "support/text.h"

#include <charconv>
#include <climits>

namespace nostall {
namespace {

template <typename T>
using Words = std::vector<std::pair<std::string, T>>;

const Words<ReportFormat>& reportFormats() {
  static const Words<ReportFormat> words = {
      {"text", ReportFormat::Text},   {"concise", ReportFormat::Concise},  {"json", ReportFormat::Json},
      {"sarif", ReportFormat::Sarif}, {"github", ReportFormat::GitHub},    {"gitlab", ReportFormat::GitLab},
      {"junit", ReportFormat::JUnit}, {"markdown", ReportFormat::Markdown}};
  return words;
}

const Words<RulesFormat>& rulesFormats() {
  static const Words<RulesFormat> words = {
      {"text", RulesFormat::Text}, {"json", RulesFormat::Json}, {"markdown", RulesFormat::Markdown}};
  return words;
}

const Words<ColorMode>& colorModes() {
  static const Words<ColorMode> words = {
      {"auto", ColorMode::Auto}, {"always", ColorMode::Always}, {"never", ColorMode::Never}};
  return words;
}

const Words<std::optional<Severity>>& failLevels() {
  static const Words<std::optional<Severity>> words = {{"error", Severity::Error},
                                                       {"warning", Severity::Warning},
                                                       {"note", Severity::Note},
                                                       {"never", std::nullopt}};
  return words;
}

const Words<Severity>& severities() {
  static const Words<Severity> words = {
      {"error", Severity::Error}, {"warning", Severity::Warning}, {"note", Severity::Note}};
  return words;
}

template <typename T>
Parsed<T> oneOf(const std::string& text, const Words<T>& words) {
  std::vector<std::string> allowed;
  for (const auto& [word, value] : words) {
    if (word == text) { return {value, {}}; }
    allowed.push_back(word);
  }
  return {std::nullopt, unknownWord(text, allowed)};
}

/// "LEFT=RIGHT" in its two halves; nothing when one of them is empty.
std::optional<std::pair<std::string, std::string>> halves(const std::string& text) {
  const size_t equals = text.find('=');
  if (equals == std::string::npos || equals == 0 || equals + 1 == text.size()) { return std::nullopt; }
  return std::pair{text.substr(0, equals), text.substr(equals + 1)};
}

} // namespace

std::string unknownWord(const std::string& word, const std::vector<std::string>& allowed) {
  std::string sentence = "'" + printable(word) + "' is unknown: use " + listed(allowed);
  if (const std::string meant = nearest(word, allowed); !meant.empty()) {
    sentence += "; did you mean '" + meant + "'?";
  }
  return sentence;
}

Parsed<ReportFormat> parseReportFormat(const std::string& text) {
  return oneOf(text, reportFormats());
}
Parsed<RulesFormat> parseRulesFormat(const std::string& text) {
  return oneOf(text, rulesFormats());
}
Parsed<ColorMode> parseColorMode(const std::string& text) {
  return oneOf(text, colorModes());
}
Parsed<std::optional<Severity>> parseFailOn(const std::string& text) {
  return oneOf(text, failLevels());
}

Parsed<std::pair<ReportFormat, std::string>> parseAlso(const std::string& text) {
  const auto parts = halves(text);
  if (!parts) {
    return {std::nullopt, "'" + printable(text) + "' is not FORMAT=FILE, as in json=report.json"};
  }
  const auto format = parseReportFormat(parts->first);
  if (!format.value) { return {std::nullopt, format.error}; }
  return {std::pair{*format.value, parts->second}, {}};
}

Parsed<std::pair<std::string, Severity>> parseRuleSeverity(const std::string& text) {
  const auto parts = halves(text);
  if (!parts) {
    return {std::nullopt, "'" + printable(text) + "' is not RULE=LEVEL, as in blocking-file=error"};
  }
  const auto severity = oneOf(parts->second, severities());
  if (!severity.value) { return {std::nullopt, severity.error}; }
  return {std::pair{parts->first, *severity.value}, {}};
}

Parsed<unsigned> parseNumber(const std::string& text, unsigned least, unsigned most) {
  unsigned value = 0;
  const char* end = text.data() + text.size();
  const auto [stop, mistake] = std::from_chars(text.data(), end, value);
  if (mistake == std::errc() && stop == end && value >= least && value <= most) { return {value, {}}; }
  return {std::nullopt, "'" + printable(text) + "' is not a whole number from " + std::to_string(least) +
                            " to " + std::to_string(most)};
}

/// Takes ":NUMBER" off the end.
static std::optional<unsigned> takeNumber(std::string& text) {
  const size_t colon = text.rfind(':');
  if (colon == std::string::npos) { return std::nullopt; }
  const Parsed<unsigned> number = parseNumber(text.substr(colon + 1), 1, UINT_MAX);
  if (number.value) { text.resize(colon); }
  return number.value;
}

Parsed<CodePlace> parseCodePlace(const std::string& text) {
  CodePlace place{.file = text};
  const std::optional<unsigned> last = takeNumber(place.file);
  const std::optional<unsigned> before = last ? takeNumber(place.file) : std::nullopt;
  if (!last || place.file.empty()) {
    return {std::nullopt,
            "'" + printable(text) + "' is no place in the code: write FILE:LINE or FILE:LINE:COLUMN"};
  }
  place.line = before.value_or(*last);
  place.column = before ? *last : 0;
  return {place, {}};
}

} // namespace nostall

#include "report/text/rules_report.h"

#include "report/parts/json_text.h"
#include "report/parts/markdown.h"
#include "report/parts/wrap.h"
#include "support/text.h"

#include <algorithm>

namespace nostall {
namespace {

std::string levelOf(const RuleInfo& rule) {
  return rule.enabled ? std::string(toString(rule.severity)) : "off";
}

std::string heading(const std::string& text, const ExplainOptions& options) {
  return options.color ? "\x1b[1m" + text + "\x1b[0m" : text;
}

std::string adviceText(const std::vector<LibraryAdvice>& advice, const ExplainOptions& options) {
  if (advice.empty()) { return {}; }
  size_t width = 0;
  for (const LibraryAdvice& entry : advice) {
    width = std::max(width, displayWidth(printable(entry.library)));
  }
  std::string out = "\n" + heading("What nostall advises, by library", options) + "\n\n";
  for (const LibraryAdvice& entry : advice) {
    out +=
        wrapped(entry.text, "  " + padded(printable(entry.library), width + 2), std::string(width + 4, ' '));
  }
  return out;
}

/// In a table's cell "|" would end the cell.
std::string cell(const std::string& text) {
  std::string out;
  for (const char c : printable(text)) {
    if (c == '|') { out += '\\'; }
    out += c;
  }
  return out;
}

} // namespace

std::string explainText(const RuleInfo& rule, const std::vector<LibraryAdvice>& advice,
                        const ExplainOptions& options) {
  const std::string level =
      rule.enabled ? levelOf(rule) : "off by default; " + std::string(toString(rule.severity)) + " when on";
  std::string out = heading(printable(rule.id), options) + " (" + level + ")\n";
  out += wrapped(rule.summary + ".", "", "");
  for (const HelpSection& section : helpSections(rule.help)) {
    out += "\n";
    if (!section.title.empty()) { out += heading(printable(section.title), options) + "\n\n"; }
    out += markdownToText(section.body, {.width = text_width, .indent = "  "});
  }
  out += adviceText(advice, options);
  if (!rule.references.empty()) { out += "\n" + heading("References", options) + "\n\n"; }
  for (const std::string& reference : rule.references) {
    out += "  " + printable(reference) + "\n";
  }
  return out;
}

std::string rulesText(const std::vector<RuleInfo>& rules) {
  size_t width = 0;
  for (const RuleInfo& rule : rules) {
    width = std::max(width, displayWidth(printable(rule.id)));
  }
  std::string out;
  for (const RuleInfo& rule : rules) {
    constexpr size_t level_width = 7; // "warning"
    out += padded(printable(rule.id), width + 2);
    out += padded(levelOf(rule), level_width + 2);
    out += printable(rule.summary) + "\n";
  }
  return out;
}

std::string rulesJson(const std::vector<RuleInfo>& rules) {
  nlohmann::ordered_json out = {{"schema", "nostall-rules/1"}, {"rules", nlohmann::ordered_json::array()}};
  for (const RuleInfo& rule : rules) {
    out["rules"].push_back({{"id", rule.id},
                            {"severity", toString(rule.severity)},
                            {"enabled", rule.enabled},
                            {"summary", rule.summary},
                            {"help", rule.help},
                            {"references", rule.references}});
  }
  return jsonText(out);
}

std::string rulesMarkdown(const std::vector<RuleInfo>& rules) {
  std::string out = "| rule | default | what |\n| --- | --- | --- |\n";
  for (const RuleInfo& rule : rules) {
    out += "| " + cell(rule.id) + " | " + levelOf(rule) + " | " + cell(rule.summary) + " |\n";
  }
  return out;
}

} // namespace nostall

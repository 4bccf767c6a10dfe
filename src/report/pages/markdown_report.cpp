// The summary of a CI job, as GitHub and GitLab render Markdown.
#include "report/parts/causes.h"
#include "report/parts/summary.h"
#include "report/report.h"
#include "support/text.h"

#include <algorithm>

namespace nostall {
namespace {

constexpr size_t most_causes = 50; ///< GitHub takes 1 MiB, and nobody reads on
constexpr size_t most_root_causes = 5;

/// Text that means itself: no markup, no HTML, no mention of a person.
std::string plain(std::string_view text) {
  std::string out;
  for (const char c : printable(text)) {
    switch (c) {
    case '<': out += "&lt;"; break;
    case '>': out += "&gt;"; break;
    case '&': out += "&amp;"; break;
    case '@': out += "&#64;"; break;
    case '\\':
    case '`':
    case '*':
    case '_':
    case '[':
    case ']':
    case '(':
    case ')':
    case '#':
    case '|':
    case '~':
    case '!':
      out += '\\';
      out += c;
      break;
    default: out += c;
    }
  }
  return out;
}

std::string rowOf(const Cause& cause) {
  const Finding& finding = cause.best();
  std::string places = plain(finding.at.file) + ":" + std::to_string(finding.at.line);
  if (cause.findings.size() > 1) { places += " and " + std::to_string(cause.findings.size() - 1) + " more"; }
  return "| " + std::string(toString(cause.severity)) + " | " + plain(finding.message) + " | " + places +
         " | " + std::to_string(cause.contexts) + " | " + plain(cause.rule) + " |\n";
}

} // namespace

std::string toMarkdown(const Report& report) {
  std::string out = "## nostall\n\n" + plain(summaryLine(report)) + "\n";
  std::string first;
  for (const RootCause& cause : report.root_causes) {
    if (cause.contexts < 2) { break; }
    first += "- " + plain(cause.function) + " (" + plain(cause.at.file) + ":" +
             std::to_string(cause.at.line) + ") stalls " + std::to_string(cause.contexts) + ": " +
             plain(cause.callee) + "\n";
    if (std::ranges::count(first, '\n') == most_root_causes) { break; }
  }
  if (!first.empty()) { out += "\n### Repair these first\n\n" + first; }
  const std::vector<Cause> causes = causesOf(report, Severity::Warning);
  if (!causes.empty()) {
    out += "\n### Causes\n\n| level | what | where | contexts | rule |\n| --- | --- | --- | --- | --- |\n";
    for (size_t i = 0; i < std::min(causes.size(), most_causes); ++i) {
      out += rowOf(causes[i]);
    }
    if (causes.size() > most_causes) {
      out += "\n" + counted(causes.size() - most_causes, "more cause") + ".\n";
    }
  }
  if (!report.problems.empty()) {
    out += "\n### Problems\n\n";
    for (size_t i = 0; i < std::min(report.problems.size(), most_causes); ++i) {
      out += "- " + plain(toString(report.problems[i])) + "\n";
    }
  }
  return out;
}

} // namespace nostall

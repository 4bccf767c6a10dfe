// Workflow commands: https://docs.github.com/actions/reference/workflow-commands-for-github-actions
#include "report/parts/causes.h"
#include "report/parts/summary.h"
#include "report/report.h"
#include "support/text.h"

namespace nostall {
namespace {

/// What a command says behind "::". GitHub decodes these and nothing else.
std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    switch (c) {
    case '%': out += "%25"; break;
    case '\r': out += "%0D"; break;
    case '\n': out += "%0A"; break;
    default: out += c;
    }
  }
  return out;
}

/// The value of a property: a comma would end it, a colon the command's head.
std::string property(std::string_view text) {
  std::string out;
  for (const char c : escaped(printable(text))) {
    switch (c) {
    case ':': out += "%3A"; break;
    case ',': out += "%2C"; break;
    default: out += c;
    }
  }
  return out;
}

const char* command(Severity severity) {
  switch (severity) {
  case Severity::Error: return "error";
  case Severity::Warning: return "warning";
  case Severity::Note: return "notice";
  }
  return "notice";
}

std::string placeProperties(const std::string& file, uint32_t line, uint32_t column) {
  if (file.empty()) { return {}; }
  std::string out = "file=" + property(file);
  if (line != 0) { out += ",line=" + std::to_string(line); }
  if (line != 0 && column != 0) { out += ",col=" + std::to_string(column); }
  return out;
}

std::string messageOf(const FileCause& cause) {
  const Finding& finding = cause.first();
  std::string text = printable(finding.message);
  for (size_t i = 1; i < finding.chain.size(); ++i) {
    const ChainStep& step = finding.chain[i];
    text += "\n" + printable(step.at.file) + ":" + std::to_string(step.at.line) + ": ";
    text += step.callee.empty() ? printable(step.remark)
                                : "'" + printable(step.function) + "' calls '" + printable(step.callee) + "'";
  }
  if (const size_t others = cause.findings.size() - 1; others > 0) {
    text += "\nand " + counted(others, "more place") + " in this file";
  }
  if (!finding.instead.empty()) { text += "\ninstead: " + adviceLines(finding); }
  return escaped(text);
}

} // namespace

std::string toGitHub(const Report& report) {
  std::string out;
  const std::vector<Cause> causes = causesOf(report);
  for (const FileCause& cause : byFile(causes)) {
    const Location& at = cause.first().at;
    std::string place = placeProperties(at.file, at.line, at.column);
    if (at.end_line > at.line) { place += ",endLine=" + std::to_string(at.end_line); }
    out += std::string("::") + command(cause.severity) + " " + place +
           ",title=" + property("nostall: " + cause.cause->rule) + "::" + messageOf(cause) + "\n";
  }
  for (const Problem& problem : report.problems) {
    const bool error = problem.kind == ProblemKind::Error;
    const std::string place = placeProperties(problem.file, problem.line, problem.column);
    out += std::string("::") + (error ? "error " : "warning ") + place + (place.empty() ? "" : ",") +
           "title=nostall::" + escaped(printable(problem.message)) + "\n";
  }
  // A line of the log, which annotates nothing.
  return out + escaped(summaryLine(report)) + "\n";
}

} // namespace nostall

// JUnit's XML as CI servers read it. There is no standard; this keeps to what Jenkins' own schema allows.
#include "report/parts/causes.h"
#include "report/parts/summary.h"
#include "report/report.h"
#include "support/text.h"

namespace nostall {
namespace {

/// XML allows no control characters, escaped or not: they are made printable first.
std::string xml(std::string_view text) {
  std::string out;
  for (const char c : printable(text, Tabs::Keep)) {
    switch (c) {
    case '&': out += "&amp;"; break;
    case '<': out += "&lt;"; break;
    case '>': out += "&gt;"; break;
    case '"': out += "&quot;"; break;
    default: out += c;
    }
  }
  return out;
}

std::string xmlLines(std::string_view text) {
  std::string out;
  while (true) {
    const std::string_view line = text.substr(0, text.find('\n'));
    out += xml(line);
    if (line.size() == text.size()) { return out; }
    out += '\n';
    text.remove_prefix(line.size() + 1);
  }
}

std::string placeOf(const Location& at) {
  return at.file + ":" + std::to_string(at.line) + ":" + std::to_string(at.column);
}

std::string detailsOf(const FileCause& cause) {
  std::string out;
  for (const Finding* finding : cause.findings) {
    out += xml(placeOf(finding->at) + ": " + finding->message) + "\n";
    for (size_t i = 1; i < finding->chain.size(); ++i) {
      const ChainStep& step = finding->chain[i];
      const std::string words =
          step.callee.empty() ? step.remark : "'" + step.function + "' calls '" + step.callee + "'";
      out += "  " + xml(placeOf(step.at) + ": " + words) + "\n";
    }
  }
  if (!cause.first().instead.empty()) { out += "instead: " + xmlLines(adviceLines(cause.first())) + "\n"; }
  return out;
}

std::string testCase(const FileCause& cause) {
  const Finding& finding = cause.first();
  const std::string attributes = " message=\"" + xml(finding.message) + "\"";
  const std::string head = "    <testcase name=\"" + xml(finding.rule + " at " + placeOf(finding.at)) +
                           "\" classname=\"" + xml(finding.at.file) + "\">\n";
  // A note fails nothing.
  if (cause.severity == Severity::Note) {
    return head + "      <skipped" + attributes + "/>\n    </testcase>\n";
  }
  return head + "      <failure" + attributes + " type=\"" + std::string(toString(cause.severity)) + "\">" +
         detailsOf(cause) + "</failure>\n    </testcase>\n";
}

std::string problemCase(const Problem& problem) {
  const std::string where = problem.file.empty() ? "nostall" : problem.file;
  return "    <testcase name=\"" + xml("analysis of " + where) + "\" classname=\"" + xml(where) +
         "\">\n      <error message=\"" + xml(problem.message) + "\"/>\n    </testcase>\n";
}

} // namespace

std::string toJUnit(const Report& report) {
  size_t tests = 0;
  size_t failures = 0;
  size_t errors = 0;
  size_t skipped = 0;
  std::string cases;
  const std::vector<Cause> causes = causesOf(report);
  for (const FileCause& cause : byFile(causes)) {
    ++tests;
    ++(cause.severity == Severity::Note ? skipped : failures);
    cases += testCase(cause);
  }
  for (const Problem& problem : report.problems) {
    if (problem.kind != ProblemKind::Error) { continue; }
    ++tests;
    ++errors;
    cases += problemCase(problem);
  }
  if (tests == 0) { // a suite without tests counts as broken
    tests = 1;
    cases = "    <testcase name=\"no blocking calls\" classname=\"nostall\"/>\n";
  }
  const std::string counts = " tests=\"" + std::to_string(tests) + "\" failures=\"" +
                             std::to_string(failures) + "\" errors=\"" + std::to_string(errors) + "\"";
  return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites" + counts +
         ">\n  <testsuite name=\"nostall\"" + counts + " skipped=\"" + std::to_string(skipped) + "\">\n" +
         cases + "  </testsuite>\n</testsuites>\n";
}

} // namespace nostall

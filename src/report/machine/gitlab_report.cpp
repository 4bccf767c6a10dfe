// The format: https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
#include "report/parts/causes.h"
#include "report/parts/json_text.h"
#include "report/parts/summary.h"
#include "report/report.h"
#include "support/text.h"

#include <algorithm>
#include <map>

namespace nostall {
namespace {

const char* severityOf(Severity severity) {
  switch (severity) {
  case Severity::Error: return "critical";
  case Severity::Warning: return "major";
  case Severity::Note: return "info";
  }
  return "info";
}

std::string descriptionOf(const FileCause& cause) {
  const Finding& finding = cause.first();
  std::string text = printable(finding.message);
  if (finding.chain.size() > 1 && !finding.chain.front().callee.empty()) {
    text += ", through '" + printable(finding.chain.front().callee) + "'";
  }
  if (const size_t others = cause.findings.size() - 1; others > 0) {
    text += " (and " + counted(others, "more place") + " in this file)";
  }
  return text;
}

} // namespace

std::string toGitLab(const Report& report) {
  nlohmann::ordered_json out = nlohmann::ordered_json::array();
  std::map<std::string, int> used; // GitLab shows one entry for each fingerprint
  const std::vector<Cause> causes = causesOf(report);
  for (const FileCause& cause : byFile(causes)) {
    const Finding& finding = cause.first();
    std::string fingerprint = finding.fingerprint;
    if (const int copy = used[fingerprint]++; copy > 0) { fingerprint += "-" + std::to_string(copy); }
    out.push_back(
        {{"description", descriptionOf(cause)},
         {"check_name", finding.rule},
         {"fingerprint", fingerprint},
         {"severity", severityOf(cause.severity)},
         {"location", {{"path", finding.at.file}, {"lines", {{"begin", std::max(finding.at.line, 1U)}}}}}});
  }
  return jsonText(out);
}

} // namespace nostall

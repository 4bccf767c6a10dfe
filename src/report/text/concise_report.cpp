#include "report/report.h"
#include "report/text/text_style.h"
#include "support/text.h"

namespace nostall {

std::string toConcise(const Report& report) {
  const TextLayout layout{Style(false)};
  std::string out;
  for (const Finding& finding : report.findings) {
    if (!isActive(finding)) { continue; }
    out += headline(layout, placeOf(finding.at), finding.severity, printable(finding.message),
                    printable(finding.rule));
  }
  for (const Problem& problem : report.problems) {
    if (problem.file.empty()) { continue; }
    const Severity severity = problem.kind == ProblemKind::Error ? Severity::Error : Severity::Warning;
    out += headline(layout, placeOf(problem.file, problem.line, problem.column), severity,
                    printable(problem.message), "nostall");
  }
  return out;
}

} // namespace nostall

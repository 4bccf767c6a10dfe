#include "analysis/explain/explain.h"
#include "cli/cli.h"
#include "cli/commands.h"
#include "cli/messages.h"
#include "cli/shown_units.h"
#include "driver/inputs.h"
#include "driver/project.h"
#include "driver/settings.h"
#include "driver/unit_problems.h"
#include "program/program.h"
#include "report/text/why_report.h"

namespace nostall {

int why(const WhyOptions& options) {
  CheckOptions check = options.check;
  check.paths = {options.file};
  const Inputs inputs = readInputs(check);
  if (!inputs.refused.empty()) { return complain(inputs.refused); }
  const PathPrinter paths(inputs.places.root);
  TakenUnits taken = takeUnitsShown(check, inputs, paths).taken;
  if (taken.interrupted_by != 0) { return exit_signal + taken.interrupted_by; }

  const UnitOutcome units = unitOutcome(inputs.database, taken.units);
  const Program program = link(std::move(taken.units));
  const LineQuery query{inputs.places.paths.front().names, options.line, options.column};
  Explanation explanation =
      explainLine(program, inputs.rules.catalog, analysisOptions(check, inputs, paths), query);
  explanation.file = paths.print(query.files.front());
  const int printed = print(whyText(explanation));

  Problems problems = inputs.rules.problems;
  problems.insert(problems.end(), units.problems.begin(), units.problems.end());
  for (const Problem& problem : problems) {
    complain(toString(problem));
  }
  const bool failed = !inputs.rules.problems.empty() || explanation.calls.empty();
  return printed == exit_clean && failed ? exit_failure : printed;
}

} // namespace nostall

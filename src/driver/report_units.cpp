#include "driver/report_units.h"

#include "driver/rule_set.h"
#include "driver/settings.h"
#include "driver/unit_problems.h"
#include "program/program.h"
#include "support/text.h"

#include <algorithm>

namespace nostall {
namespace {

/// Why there is nothing to report in what the user named, or at all.
Problems pathProblems(const ProjectPlaces& places, const std::string& project_root,
                      const CompileDatabase& database, const std::vector<UnitFacts>& units) {
  Problems problems = emptyPaths(places.paths, database, units);
  if (!database.commands.empty() && !holdsAnyUnit(project_root, database)) {
    problems.push_back({.file = database.path,
                        .message = "no unit lies in the project root '" + printable(project_root) +
                                   "', so all code counts as other people's: name the project's folder with "
                                   "--project-root"});
  }
  return problems;
}

/// What went wrong before the analysis, in the order in which it is told.
Problems allProblems(const CatalogResult& rules, const CompileDatabase& database, const Problems& of_units,
                     const Problems& of_paths, const PathPrinter& paths) {
  Problems all;
  for (const Problems* some : {&rules.problems, &database.problems, &of_units, &of_paths}) {
    all.insert(all.end(), some->begin(), some->end());
  }
  for (Problem& problem : all) {
    if (problem.file.starts_with('/')) { problem.file = paths.print(problem.file); }
  }
  return all;
}

bool hasError(const Problems& problems) {
  return std::any_of(problems.begin(), problems.end(),
                     [](const Problem& problem) { return problem.kind == ProblemKind::Error; });
}

} // namespace

CheckResult checkUnits(const RunOptions& options, const Inputs& inputs, const PathPrinter& paths,
                       std::vector<UnitFacts> taken, uint32_t cached) {
  const CatalogResult& rules = inputs.rules;
  const CompileDatabase& database = inputs.database;
  const UnitOutcome units = unitOutcome(database, taken);
  const Problems of_paths = pathProblems(inputs.places, inputs.frontend.project_root, database, taken);
  const Program program = link(std::move(taken));
  const AnalysisOptions settings = analysisOptions(options, inputs, paths);
  Analysis analysis = analyse(program, rules.catalog, settings);

  CheckResult result;
  Shortfall& shortfall = result.shortfall;
  shortfall.always = hasError(rules.problems) || hasError(of_paths);
  shortfall.units = units.counts.failed > 0 || hasError(database.problems);
  shortfall.degraded = units.counts.degraded > 0;

  Report& report = result.report;
  report.tool_version = NOSTALL_VERSION;
  report.information_uri = NOSTALL_INFORMATION_URI;
  report.complete = !shortfall.always && !shortfall.units && !shortfall.degraded;
  report.units = units.counts;
  report.units.cached = cached;
  report.findings = std::move(analysis.findings);
  report.root_causes = std::move(analysis.root_causes);
  report.problems = allProblems(rules, database, units.problems, of_paths, paths);
  report.statistics = std::move(analysis.statistics);
  report.statistics.emplace_back("skipped_units", units.skipped);
  report.rules = rulesThatRun(rules.catalog, settings);
  return result;
}

} // namespace nostall

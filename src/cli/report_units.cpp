#include "cli/report_units.h"

#include "cli/cli.h"
#include "cli/report_writer.h"
#include "cli/rule_set.h"
#include "cli/settings.h"
#include "cli/source_lines.h"
#include "cli/unit_problems.h"
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

bool failsOn(const CheckOptions& options, const Finding& finding) {
  return isActive(finding) && options.fail_on && finding.severity >= *options.fail_on;
}

int exitCode(const CheckOptions& options, const Report& report, const Shortfall& shortfall) {
  const bool units = shortfall.units && !options.allow_failed;
  const bool degraded = shortfall.degraded && options.strict;
  if (shortfall.always || units || degraded) { return exit_failure; }
  const bool found = std::any_of(report.findings.begin(), report.findings.end(),
                                 [&](const Finding& finding) { return failsOn(options, finding); });
  return found ? exit_findings : exit_clean;
}

} // namespace

CheckResult checkUnits(const CheckOptions& options, const Inputs& inputs, const PathPrinter& paths,
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

int writeReport(const CheckOptions& options, CheckResult result, const PathPrinter& paths) {
  readSourceLines(result.report, paths);
  if (!writeReports(result.report, options)) { result.shortfall.always = true; }
  return exitCode(options, result.report, result.shortfall);
}

} // namespace nostall

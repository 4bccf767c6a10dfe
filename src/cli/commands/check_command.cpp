#include "cli/cli.h"
#include "cli/commands.h"
#include "cli/messages.h"
#include "cli/old_findings.h"
#include "cli/report_writer.h"
#include "cli/shown_units.h"
#include "driver/apply_fixes.h"
#include "driver/inputs.h"
#include "driver/report_units.h"

#include <algorithm>
#include <iterator>

namespace nostall {
namespace {

/// One repair may uncover another, or have stood in its way.
constexpr int most_rounds_of_fixes = 5;

} // namespace

int check(const CheckOptions& options) {
  const Inputs inputs = readInputs(options);
  if (!inputs.refused.empty()) { return complain(inputs.refused); }
  const PathPrinter paths(inputs.places.root);
  const OldFindings old = readOldFindings(options, inputs);
  if (old.ended) { return *old.ended; }
  CheckResult result;
  uint64_t fixed = 0;
  for (int round = 1; round <= most_rounds_of_fixes; ++round) {
    CachedUnits units = takeUnitsShown(options, inputs, paths);
    if (units.taken.interrupted_by != 0) { return exit_signal + units.taken.interrupted_by; }
    result = checkUnits(options, inputs, paths, std::move(units.taken.units), units.cached);
    result.report.units.on_snapshots = units.taken.on_snapshots;
    result.report.units.left_snapshots = units.taken.left_snapshots;
    useOldFindings(options, old, result);
    if (round == most_rounds_of_fixes) { break; }
    const FixResult fixes = applyFixes(result.report, options.fix, paths);
    std::ranges::copy(fixes.problems, std::back_inserter(result.report.problems));
    result.shortfall.always |= !fixes.problems.empty();
    fixed += fixes.fixed;
    // What was repaired is looked at again: the report has the places of the files as they are now.
    if (fixes.fixed == 0 || !fixes.problems.empty()) { break; }
  }
  if (options.fix != FixMode::None) { result.report.statistics.emplace_back("fixed_findings", fixed); }
  return writeReport(options, std::move(result), paths);
}

} // namespace nostall

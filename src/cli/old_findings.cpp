#include "cli/old_findings.h"

#include "cli/cli.h"
#include "cli/messages.h"
#include "cli/progress.h"
#include "driver/history/since.h"
#include "support/paths.h"
#include "support/text.h"
#include "support/write_file.h"

#include <algorithm>

namespace nostall {
namespace {

Baseline analysedBase(const CheckOptions& options, const Inputs& inputs, std::optional<int>& ended) {
  Progress progress(!options.quiet);
  const auto show = [&](size_t done, size_t total, const std::string& file) {
    progress.show(done, total, "before: " + std::string(baseName(file)));
  };
  EarlierState state = analyseBase(options, inputs, options.since, show);
  progress.clear();
  const bool failed = std::ranges::any_of(
      state.problems, [](const Problem& problem) { return problem.kind == ProblemKind::Error; });
  complain(state.problems);
  if (failed) { ended = exit_failure; }
  if (state.interrupted_by != 0) { ended = exit_signal + state.interrupted_by; }
  return std::move(state.findings);
}

/// An entry of a rule that did not run, or of code that was not looked at, may still be there.
Baseline withoutRepaired(const Baseline& known, Baseline met, const Report& report) {
  for (const auto& [fingerprint, entry] : known) {
    const bool ran =
        std::ranges::any_of(report.rules, [&](const RuleInfo& rule) { return rule.id == entry.rule; });
    if (!ran) { met[fingerprint] = entry; }
  }
  return met;
}

void write(const std::string& file, const Baseline& baseline, CheckResult& result) {
  if (const auto failure = writeFile(file, baselineText(baseline))) {
    result.report.problems.push_back({.message = *failure});
    result.shortfall.always = true;
  }
}

bool sawEverything(const CheckOptions& options, const Report& report) {
  return options.paths.empty() && report.complete;
}

void useFile(const CheckOptions& options, const Baseline& known, CheckResult& result) {
  Report& report = result.report;
  const Baseline left = withoutRepaired(known, silenceKnown(report, known), report);
  const uint64_t repaired = sizeOf(known) - sizeOf(left);
  if (sawEverything(options, report)) { report.statistics.emplace_back("repaired_since_baseline", repaired); }
  if (!options.prune_baseline) { return; }
  if (sawEverything(options, report)) {
    write(options.baseline, left, result);
  } else {
    report.problems.push_back({.message =
                                   "the baseline is not pruned: this run did not see all of the program, so "
                                   "what it did not find may still be there",
                               .kind = ProblemKind::Warning});
  }
}

} // namespace

OldFindings readOldFindings(const CheckOptions& options, const Inputs& inputs) {
  OldFindings old;
  Problems problems;
  if (options.prune_baseline && options.baseline.empty()) {
    problems.push_back({.message = "--prune-baseline: say which one with --baseline FILE"});
  }
  if (!options.baseline.empty()) {
    old.in_file = readBaseline(absolutePath(options.baseline, inputs.places.working_directory),
                               options.baseline, problems);
  }
  if (!problems.empty()) {
    old.ended = complain(problems);
    return old;
  }
  if (!options.since.empty()) { old.in_base = analysedBase(options, inputs, old.ended); }
  return old;
}

void useOldFindings(const CheckOptions& options, const OldFindings& old, CheckResult& result) {
  if (!options.write_baseline.empty()) {
    const Baseline found = baselineOf(result.report);
    write(options.write_baseline, found, result);
    // From here on they are old.
    silenceKnown(result.report, found);
    return;
  }
  if (!options.baseline.empty()) { useFile(options, old.in_file, result); }
  if (!options.since.empty()) { silenceKnown(result.report, old.in_base); }
}

} // namespace nostall

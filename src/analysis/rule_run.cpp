#include "analysis/rule_run.h"

#include "analysis/root_causes.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <set>
#include <span>
#include <tuple>

namespace nostall {
namespace {

std::optional<uint32_t> commentAt(const RuleRun& run, const Step& step) {
  const SourceRange& at = run.input.program.bodies[step.body].body.events[step.event].at;
  return run.input.suppressions.commentAt(at, run.rule);
}

/// Every comment on a way from a context to a blocking call, in the program without suppressions.
void noteUsedComments(const RuleRun& run, const Reach& everything, RuleResults& results) {
  std::set<NodeId> seen(everything.contexts().begin(), everything.contexts().end());
  std::vector<NodeId> open = everything.contexts();
  const auto visit = [&](const Step& step) {
    if (const auto comment = commentAt(run, step)) { results.used.emplace_back(*comment, run.rule); }
    if (step.edge == no_id) { return; }
    for (const NodeId callee : run.input.graph.callees(step.edge)) {
      if (everything.reaches(callee) && seen.insert(callee).second) { open.push_back(callee); }
    }
  };
  while (!open.empty()) {
    const NodeId node = open.back();
    open.pop_back();
    std::ranges::for_each(everything.stepsFrom(node), visit);
  }
}

std::optional<uint32_t> firstComment(const RuleRun& run, const Chain& chain) {
  for (const Step& step : chain.steps) {
    if (const auto comment = commentAt(run, step)) { return comment; }
  }
  return std::nullopt;
}

auto siteOf(const RuleRun& run, const Chain& chain) {
  const Step& first = chain.steps.front();
  return std::tuple(chain.context, run.shown.order(run.shown.placeOf(first.body, first.event)));
}

/// Call sites that only comments keep silent: what the program without them has more than `active`.
void addSuppressed(const RuleRun& run, const std::vector<Chain>& active, RuleResults& results) {
  Reach everything(run.input, run.rule, run.calls, false);
  everything.run();
  noteUsedComments(run, everything, results);
  std::set<decltype(siteOf(run, Chain{}))> sites;
  for (const Chain& chain : active) {
    sites.insert(siteOf(run, chain));
  }
  for (Chain& chain : traceChains(run.input, run.rule, everything, run.shown)) {
    chain.suppressed_by = firstComment(run, chain);
    const bool only_suppressed = chain.suppressed_by && sites.count(siteOf(run, chain)) == 0;
    if (only_suppressed) { results.chains.push_back(std::move(chain)); }
  }
}

} // namespace

void runRule(const RuleRun& run, RuleResults& results) {
  if (run.calls.empty()) { return; }
  Reach reach(run.input, run.rule, run.calls, true);
  reach.run();
  std::vector<Chain> chains = traceChains(run.input, run.rule, reach, run.shown);
  std::ranges::move(findRootCauses(run, reach, chains), std::back_inserter(results.root_causes));
  results.unlikely_calls += reach.unlikelyCalls();
  if (reach.metSuppression()) { addSuppressed(run, chains, results); }
  std::ranges::move(chains, std::back_inserter(results.chains));
}

} // namespace nostall

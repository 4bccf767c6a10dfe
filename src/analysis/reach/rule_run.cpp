#include "analysis/reach/rule_run.h"

#include "analysis/reach/root_causes.h"

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

/// What the rule finds where it has one level.
class LevelRun {
public:
  LevelRun(const RuleRun& run, const CallsAtLevel& at)
      : run_(run), at_(at), reach_(run.input, run.rule, at.calls, true) {
    reach_.run();
  }

  const Reach& reach() const { return reach_; }

  std::vector<Chain> activeChains() const { return chainsOf(reach_); }

  /// Call sites that only comments keep silent: what the program without them has more than `active`.
  void addSuppressed(const std::vector<Chain>& active, RuleResults& results) const {
    if (!reach_.metSuppression()) { return; }
    Reach everything(run_.input, run_.rule, at_.calls, false);
    everything.run();
    noteUsedComments(run_, everything, results);
    std::set<decltype(siteOf(run_, Chain{}))> sites;
    for (const Chain& chain : active) {
      sites.insert(siteOf(run_, chain));
    }
    for (Chain& chain : chainsOf(everything)) {
      chain.suppressed_by = firstComment(run_, chain);
      const bool only_suppressed = chain.suppressed_by && sites.count(siteOf(run_, chain)) == 0;
      if (only_suppressed) { results.chains.push_back(std::move(chain)); }
    }
  }

private:
  std::vector<Chain> chainsOf(const Reach& reach) const {
    std::vector<Chain> chains = traceChains(run_.input, run_.rule, reach, run_.shown);
    std::erase_if(chains, [&](const Chain& chain) {
      const Step& first = chain.steps.front();
      return run_.levels.at(run_.rule, run_.shown.placeOf(first.body, first.event).file) != at_.level;
    });
    return chains;
  }

  const RuleRun& run_;
  const CallsAtLevel& at_;
  Reach reach_;
};

} // namespace

void runRule(const RuleRun& run, RuleResults& results) {
  if (run.calls.empty() || run.calls.front().calls.empty()) { return; }
  // Who reaches what is the same at every level.
  const LevelRun highest(run, run.calls.front());
  std::vector<Chain> chains = highest.activeChains();
  highest.addSuppressed(chains, results);
  for (size_t i = 1; i < run.calls.size(); ++i) {
    const LevelRun other(run, run.calls[i]);
    std::vector<Chain> more = other.activeChains();
    other.addSuppressed(more, results);
    std::ranges::move(more, std::back_inserter(chains));
  }
  std::ranges::stable_sort(chains, {}, &Chain::context);
  std::ranges::move(findRootCauses(run, highest.reach(), chains), std::back_inserter(results.root_causes));
  results.unlikely_calls += highest.reach().unlikelyCalls();
  std::ranges::move(chains, std::back_inserter(results.chains));
}

} // namespace nostall

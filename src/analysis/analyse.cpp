#include "analysis/analyse.h"

#include "analysis/findings.h"
#include "analysis/places.h"
#include "analysis/root_causes.h"
#include "analysis/statistics.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>

namespace nostall {
namespace {

using UsedComments = std::vector<std::pair<uint32_t, uint32_t>>; // comment, rule

Classes classifyAll(const Program& program, const Catalog& catalog, const Matcher& matcher) {
  Classes classes = classify(program, catalog, matcher);
  leaveOutElsewhere(program, matcher, classes);
  return classes;
}

/// What the passes of one rule hand on.
struct Results {
  std::vector<Chain> chains;
  std::vector<RootCause> root_causes;
  UsedComments used;
  uint64_t unlikely_calls = 0;
};

/// Every comment on a way from a context to a blocking call, in the program without suppressions.
void noteUsedComments(const ReachInput& input, uint32_t rule, const Reach& everything, UsedComments& used) {
  std::set<NodeId> seen(everything.contexts().begin(), everything.contexts().end());
  std::vector<NodeId> open = everything.contexts();
  while (!open.empty()) {
    const NodeId node = open.back();
    open.pop_back();
    for (const Step& step : everything.stepsFrom(node)) {
      const SourceRange& at = input.program.bodies[step.body].body.events[step.event].at;
      if (const auto comment = input.suppressions.commentAt(at, rule)) { used.emplace_back(*comment, rule); }
      if (step.edge == no_id) { continue; }
      for (const NodeId callee : input.graph.callees(step.edge)) {
        if (everything.reaches(callee) && seen.insert(callee).second) { open.push_back(callee); }
      }
    }
  }
}

std::optional<uint32_t> firstComment(const ReachInput& input, uint32_t rule, const Chain& chain) {
  for (const Step& step : chain.steps) {
    const SourceRange& at = input.program.bodies[step.body].body.events[step.event].at;
    if (const auto comment = input.suppressions.commentAt(at, rule)) { return comment; }
  }
  return std::nullopt;
}

/// Call sites that only comments keep silent: what the program without them has more.
void addSuppressed(const ReachInput& input, uint32_t rule, const std::vector<BlockingCall>& calls,
                   const Shown& shown, Results& results, size_t first_active) {
  Reach everything(input, rule, calls, false);
  everything.run();
  noteUsedComments(input, rule, everything, results.used);
  const auto site = [&](const Chain& chain) {
    const Step& first = chain.steps.front();
    return std::tuple(chain.context, shown.order(shown.placeOf(first.body, first.event)));
  };
  std::set<decltype(site(Chain{}))> active;
  for (size_t i = first_active; i < results.chains.size(); ++i) {
    active.insert(site(results.chains[i]));
  }
  for (Chain& chain : traceChains(input, rule, everything, shown)) {
    chain.suppressed_by = firstComment(input, rule, chain);
    const bool only_suppressed = chain.suppressed_by && active.count(site(chain)) == 0;
    if (only_suppressed) { results.chains.push_back(std::move(chain)); }
  }
}

void runRule(const ReachInput& input, uint32_t rule, const ActiveRule& active,
             const std::vector<BlockingCall>& calls, const Shown& shown, Results& results) {
  if (calls.empty()) { return; }
  Reach reach(input, rule, calls, true);
  reach.run();
  const size_t first_chain = results.chains.size();
  for (Chain& chain : traceChains(input, rule, reach, shown)) {
    results.chains.push_back(std::move(chain));
  }
  const auto chains = std::span(results.chains).subspan(first_chain);
  for (RootCause& cause : findRootCauses(input, active, reach, calls, chains, shown)) {
    results.root_causes.push_back(std::move(cause));
  }
  results.unlikely_calls += reach.unlikelyCalls();
  if (reach.metSuppression()) { addSuppressed(input, rule, calls, shown, results, first_chain); }
}

} // namespace

Analysis analyse(const Program& program, const Catalog& catalog, const AnalysisOptions& options) {
  const Matcher matcher(catalog, program.symbols);
  const std::vector<ActiveRule> rules = activeRules(catalog, options);
  const Classes classes = classifyAll(program, catalog, matcher);
  const CallGraph graph(program, classes, matcher);
  const BlockingCalls calls = findBlockingCalls(program, classes, matcher, rules);
  const Suppressions suppressions(program, rules);
  const NamedCalls named = namedCalls(calls);
  const ReachInput input{program, classes, graph, suppressions, named};
  const Shown shown(program, options);
  const Words words(input, catalog, matcher, shown);

  Results results;
  for (uint32_t rule = 0; rule < rules.size(); ++rule) {
    runRule(input, rule, rules[rule], calls[rule], shown, results);
  }
  std::sort(results.used.begin(), results.used.end());

  Analysis analysis;
  analysis.findings = makeFindings(input, results.chains, rules, words, shown);
  std::ranges::move(findUnusedSuppressions(program, rules, results.used, shown),
                    std::back_inserter(analysis.findings));
  sortFindings(analysis.findings);
  rankRootCauses(results.root_causes);
  analysis.root_causes = std::move(results.root_causes);
  analysis.statistics = statisticsOf(program, classes, graph, results.unlikely_calls);
  return analysis;
}

} // namespace nostall

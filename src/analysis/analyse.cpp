#include "analysis/analyse.h"

#include "analysis/body_rules.h"
#include "analysis/contexts/places.h"
#include "analysis/findings/findings.h"
#include "analysis/findings/spot_findings.h"
#include "analysis/findings/statistics.h"
#include "analysis/reach/root_causes.h"
#include "analysis/reach/rule_run.h"
#include "support/parallel.h"

#include <algorithm>
#include <iterator>

namespace nostall {
namespace {

/// By rule and level. `calls`: at the rules' own levels.
std::vector<std::vector<CallsAtLevel>> callsByLevel(const Program& program, const Classes& classes,
                                                    const Matcher& matcher,
                                                    const std::vector<ActiveRule>& rules,
                                                    const RuleLevels& levels, const BlockingCalls& calls,
                                                    const AnalysisOptions& options) {
  std::vector<std::vector<CallsAtLevel>> by_rule(rules.size());
  for (uint32_t rule = 0; rule < rules.size(); ++rule) {
    for (const Severity level : levels.all(rule)) {
      const bool own = level == rules[rule].severity;
      by_rule[rule].push_back(
          {level,
           own ? calls[rule]
               : findBlockingCalls(program, classes, matcher, {{rules[rule].rule, level}}, options).front()});
    }
  }
  return by_rule;
}

RuleResults runRules(const ReachInput& input, const Shown& shown, const std::vector<ActiveRule>& rules,
                     const RuleLevels& levels, const std::vector<std::vector<CallsAtLevel>>& by_level) {
  RuleResults results;
  for (uint32_t rule = 0; rule < rules.size(); ++rule) {
    runRule({input, shown, rule, rules[rule], levels, by_level[rule]}, results);
  }
  return results;
}

} // namespace

Analysis analyse(const Program& program, const Catalog& catalog, const AnalysisOptions& options) {
  const Matcher matcher(catalog, program.symbols);
  const std::vector<ActiveRule> rules = activeRules(catalog, options);
  Classes classes = classify(program, catalog, matcher);
  const Places places(program, matcher, classes);
  places.leaveOutElsewhere(classes);
  const auto [graph, calls] =
      atOnce([&] { return CallGraph(program, classes, matcher); },
             [&] { return findBlockingCalls(program, classes, matcher, rules, options); });
  const Suppressions suppressions(program, rules);
  const LeafEvents leaves = leafEvents(classes, calls);
  const ReachInput input{program, classes, graph, suppressions, leaves, places};
  const Shown shown(program, options);
  const RuleLevels levels(program, rules, options);
  const auto by_level = callsByLevel(program, classes, matcher, rules, levels, calls, options);
  const Words words(input, catalog, matcher, shown);
  const Fixes fixes(program, catalog, matcher, shown);

  const auto find_spots = [&] {
    const OnLoop on_loop(program, classes, graph, places);
    return findSpots({program, catalog, matcher, classes, graph, places, on_loop, calls, rules});
  };
  auto [spots, results] = atOnce(find_spots, [&] { return runRules(input, shown, rules, levels, by_level); });

  Analysis analysis;
  analysis.findings = makeFindings(input, results.chains, rules, words, fixes, shown);
  std::ranges::move(makeSpotFindings(input, spots, rules, levels, words, fixes, shown, results.used),
                    std::back_inserter(analysis.findings));
  std::sort(results.used.begin(), results.used.end());
  std::ranges::move(findUnusedSuppressions(program, rules, levels, results.used, shown),
                    std::back_inserter(analysis.findings));
  sortFindings(analysis.findings);
  rankRootCauses(results.root_causes);
  analysis.root_causes = std::move(results.root_causes);
  analysis.statistics = statisticsOf(program, classes, graph, results.unlikely_calls);
  return analysis;
}

} // namespace nostall

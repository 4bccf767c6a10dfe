#include "analysis/spots.h"

#include "analysis/await_rules.h"
#include "analysis/dangling_references.h"
#include "analysis/detached_tasks.h"
#include "analysis/lock_rules.h"
#include "analysis/loop_rules.h"
#include "analysis/lost_tasks.h"
#include "analysis/shared_state.h"
#include "support/parallel.h"

#include <algorithm>
#include <array>
#include <iterator>

namespace nostall {

static std::optional<uint32_t> firstRule(const std::vector<ActiveRule>& rules, auto wanted) {
  const auto found = std::find_if(rules.begin(), rules.end(), wanted);
  if (found == rules.end()) { return std::nullopt; }
  return static_cast<uint32_t>(found - rules.begin());
}

std::optional<uint32_t> ruleOfKind(const std::vector<ActiveRule>& rules, RuleKind kind) {
  return firstRule(rules, [&](const ActiveRule& rule) { return rule.rule->kind == kind; });
}

std::optional<uint32_t> ruleNamed(const std::vector<ActiveRule>& rules, std::string_view id) {
  return firstRule(rules, [&](const ActiveRule& rule) { return rule.rule->id == id; });
}

std::vector<Spot> findSpots(const BodyRules& input) {
  using Pass = std::vector<Spot> (*)(const BodyRules&);
  static constexpr auto passes = std::to_array<Pass>(
      {findLostTasks, findDetachedTasks, findDanglingReferences, findLockSpots, findThreadLocalsAcrossAwaits,
       findStateAcrossAwaits, findBusyLoops, findUnboundedSpawns, findSequentialAwaits, findMissingTimeouts,
       findSwallowedCancellations});
  std::vector<std::vector<Spot>> found(passes.size());
  eachOnAnyCore(passes.size(), [&](size_t pass) { found[pass] = passes[pass](input); });
  std::vector<Spot> spots;
  for (std::vector<Spot>& of_pass : found) {
    std::ranges::move(of_pass, std::back_inserter(spots));
  }
  return spots;
}

} // namespace nostall

// The passes that one rule of kind `reach` takes.
#pragma once

#include "analysis/levels/rule_levels.h"
#include "analysis/reach/chains.h"

#include <utility>
#include <vector>

namespace nostall {

/// The blocking calls of a rule, with the levels that they have where the rule has this one.
struct CallsAtLevel {
  Severity level = Severity::Error;
  std::vector<BlockingCall> calls;
};

struct RuleRun {
  const ReachInput& input;
  const Shown& shown;
  uint32_t rule; ///< its index among the active ones
  const ActiveRule& active;
  const RuleLevels& levels;
  const std::vector<CallsAtLevel>& calls; ///< one for each level that the rule has somewhere
};

/// What the passes of all rules hand on.
struct RuleResults {
  std::vector<Chain> chains; ///< suppressed ones included
  std::vector<RootCause> root_causes;
  std::vector<std::pair<uint32_t, uint32_t>> used; ///< comments that suppress something, with the rule
  uint64_t unlikely_calls = 0;
};

/// Adds what one rule finds. Chains are those that begin where the rule is on.
void runRule(const RuleRun& run, RuleResults& results);

} // namespace nostall

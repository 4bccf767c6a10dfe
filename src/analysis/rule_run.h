// The passes that one rule of kind `reach` takes.
#pragma once

#include "analysis/chains.h"

#include <utility>
#include <vector>

namespace nostall {

struct RuleRun {
  const ReachInput& input;
  const Shown& shown;
  uint32_t rule; ///< its index among the active ones
  const ActiveRule& active;
  const std::vector<BlockingCall>& calls;
};

/// What the passes of all rules hand on.
struct RuleResults {
  std::vector<Chain> chains; ///< suppressed ones included
  std::vector<RootCause> root_causes;
  std::vector<std::pair<uint32_t, uint32_t>> used; ///< comments that suppress something, with the rule
  uint64_t unlikely_calls = 0;
};

/// Adds what one rule finds.
void runRule(const RuleRun& run, RuleResults& results);

} // namespace nostall

// Chains -> findings: each written place once, in order, with fingerprints.
#pragma once

#include "analysis/findings/fixes.h"
#include "analysis/findings/words.h"
#include "analysis/levels/rule_levels.h"

#include <vector>

namespace nostall {

/// `chains`: of all rules. Those at places that are not reported are left out.
std::vector<Finding> makeFindings(const ReachInput& input, const std::vector<Chain>& chains,
                                  const std::vector<ActiveRule>& rules, const Words& words,
                                  const Fixes& fixes, const Shown& shown);

/// Comments that name a rule and have nothing to suppress. `used`: pairs of comment and rule, sorted.
std::vector<Finding> findUnusedSuppressions(const Program& program, const std::vector<ActiveRule>& rules,
                                            const RuleLevels& levels,
                                            const std::vector<std::pair<uint32_t, uint32_t>>& used,
                                            const Shown& shown);

/// By place, then rule, then function.
void sortFindings(std::vector<Finding>& findings);

} // namespace nostall

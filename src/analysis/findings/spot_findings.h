// Spots -> findings: levels, suppressions, one for each written place, words.
#pragma once

#include "analysis/findings/findings.h"
#include "analysis/findings/spots.h"
#include "analysis/reach/rule_run.h"

namespace nostall {

/// Findings of the spots that stand where their rule is on and findings are reported. Adds the comments
/// that suppress one to `used`.
std::vector<Finding> makeSpotFindings(const ReachInput& input, const std::vector<Spot>& spots,
                                      const std::vector<ActiveRule>& rules, const RuleLevels& levels,
                                      const Words& words, const Fixes& fixes, const Shown& shown,
                                      std::vector<std::pair<uint32_t, uint32_t>>& used);

} // namespace nostall

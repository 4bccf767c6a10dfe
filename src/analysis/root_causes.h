// The functions whose repair frees the most async contexts.
#pragma once

#include "analysis/chains.h"

#include <vector>

namespace nostall {

/// An async context with a finding, and the written code it is: instantiations of one template are one.
struct StalledContext {
  NodeId node = 0;
  uint32_t written = 0; ///< index of the written context, below the number of stalled contexts
};

/// Functions that directly call what blocks, with the number of written contexts of `stalled` (sorted by
/// node) that reach them. Only for the rule of `reach`.
std::vector<RootCause> findRootCauses(const ReachInput& input, const ActiveRule& rule, const Reach& reach,
                                      const std::vector<BlockingCall>& calls,
                                      const std::vector<StalledContext>& stalled, const Shown& shown);

/// Most contexts first, then by place; causes at one place (instantiations, configurations) once.
void rankRootCauses(std::vector<RootCause>& causes);

} // namespace nostall

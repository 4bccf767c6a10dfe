// From each async context the surest and shortest way to what blocks, one for a call in it.
#pragma once

#include "analysis/levels/shown.h"
#include "analysis/reach/reach.h"

#include <optional>
#include <vector>

namespace nostall {

/// A finding before it is put into words.
struct Chain {
  uint32_t rule = 0;
  NodeId context = 0;
  Severity level = Severity::Note;
  std::vector<Step> steps;               ///< the first is in the context, the last is the blocking call
  std::optional<uint32_t> suppressed_by; ///< a comment at one of its steps
};

/// One chain for each call site of each context, contexts in the order of their ids.
std::vector<Chain> traceChains(const ReachInput& input, uint32_t rule, const Reach& reach,
                               const Shown& shown);

} // namespace nostall

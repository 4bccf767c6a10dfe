// The way back from a function to the async contexts that reach it.
#pragma once

#include "analysis/levels/shown.h"
#include "analysis/reach/reach.h"

#include <vector>

namespace nostall {

struct ReachingContext {
  NodeId node = 0;
  std::vector<ChainStep> chain; ///< from the context to the function; empty when it is the context itself
};

struct Callers {
  std::vector<ReachingContext> contexts; ///< the nearest first
  std::vector<NodeId> visited;           ///< the function, and plain functions that reach it
};

Callers findCallers(const ReachInput& input, const Shown& shown, NodeId node);

} // namespace nostall

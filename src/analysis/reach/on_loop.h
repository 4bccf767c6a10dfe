// Which functions run on an event loop: async contexts and what they call.
#pragma once

#include "analysis/contexts/places.h"
#include "analysis/reach/call_graph.h"

#include <vector>

namespace nostall {

class OnLoop {
public:
  /// Goes forward from the async contexts through plain functions. Linear in their calls.
  OnLoop(const Program& program, const Classes& classes, const CallGraph& graph, const Places& places);

  bool reaches(NodeId node) const { return reached_[node] != 0; }

private:
  std::vector<char> reached_; // by NodeId
};

} // namespace nostall

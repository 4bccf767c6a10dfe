// What the branches of a body find out about the results of its calls.
#pragma once

#include "analysis/bodies/body_flow.h"
#include "model/facts.h"
#include "model/rule.h"

#include <optional>
#include <vector>

namespace nostall {

/// A way out of a block: Block::successors[successor].
struct BranchEdge {
  BlockId block = 0;
  uint32_t successor = 0;

  bool operator==(const BranchEdge&) const = default;
};

/// The edges on which the result of the call `event` is known to be `answer`, or not to be `others`: of
/// branches that ask for it, at once or through the variable that keeps it. An answer that is empty is
/// "true".
std::vector<BranchEdge> edgesWith(const Body& body, const Symbols& symbols, EventId event,
                                  const CallResults& answer, const CallResults& others = {});

/// The same when nobody knows which result says so: who loops over the call leaves the loop with it, who does
/// not finds it where the branch holds.
std::vector<BranchEdge> edgesProbablyWith(const Body& body, const Symbols& symbols, EventId event);

} // namespace nostall

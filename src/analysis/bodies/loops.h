// The loops of one body.
#pragma once

#include "model/facts.h"

#include <utility>
#include <vector>

namespace nostall {

/// The blocks between a block and the edges back to it.
struct Loop {
  BlockId head = 0;
  std::vector<char> inside; ///< by BlockId
  /// Ways out: a block of the loop and the index of the successor outside of it.
  std::vector<std::pair<BlockId, size_t>> exits;

  bool has(BlockId block) const { return inside[block] != 0; }
};

/// Loops that one block heads, outer ones first. Ways through exceptions are not ways of a loop.
std::vector<Loop> loopsOf(const Body& body);

/// Calls `visit(event)` for the events of the loop.
template <typename Visit>
void forEachEvent(const Loop& loop, const Body& body, const Visit& visit) {
  for (BlockId block = 0; block < body.blocks.size(); ++block) {
    if (!loop.has(block)) { continue; }
    const EventId first = body.blocks[block].first;
    for (EventId event = first; event < first + body.blocks[block].count; ++event) {
      visit(event);
    }
  }
}

} // namespace nostall

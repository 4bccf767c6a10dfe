#include "analysis/body_flow.h"

#include <algorithm>

namespace nostall {

BlockId blockOf(const Body& body, EventId event) {
  const auto holds = [event](const Block& block) {
    return event >= block.first && event < block.first + block.count;
  };
  const auto found = std::ranges::find_if(body.blocks, holds);
  return found == body.blocks.end() ? no_id : static_cast<BlockId>(found - body.blocks.begin());
}

std::vector<char> reachableFrom(const Body& body, BlockId start, Edges edges) {
  std::vector<char> reached(body.blocks.size(), 0);
  std::vector<BlockId> open{start};
  const auto visit = [&](const PackedVector<BlockId>& next) {
    for (const BlockId block : next) {
      if (reached[block] == 0) { open.push_back(block); }
      reached[block] = 1;
    }
  };
  while (!open.empty()) {
    const Block& block = body.blocks[open.back()];
    open.pop_back();
    visit(block.successors);
    if (edges == Edges::AlsoHandlers) { visit(block.handlers); }
  }
  return reached;
}

std::vector<char> eventsAfter(const Body& body, EventId event) {
  std::vector<char> after(body.events.size(), 0);
  const BlockId home = blockOf(body, event);
  if (home == no_id) { return after; }
  const auto mark = [&](EventId first, EventId end) {
    std::fill(after.begin() + first, after.begin() + end, 1);
  };
  mark(event + 1, body.blocks[home].first + body.blocks[home].count);
  const std::vector<char> reached = reachableFrom(body, home, Edges::AlsoHandlers);
  for (BlockId block = 0; block < body.blocks.size(); ++block) {
    if (reached[block] != 0) {
      mark(body.blocks[block].first, body.blocks[block].first + body.blocks[block].count);
    }
  }
  return after;
}

} // namespace nostall

#include "analysis/bodies/body_flow.h"

#include <algorithm>

namespace nostall {

std::optional<BlockId> blockOf(const Body& body, EventId event) {
  const PackedVector<Block>& blocks = body.blocks;
  // Of blocks that begin with one event, all but the last are empty.
  const auto next = std::upper_bound(blocks.begin(), blocks.end(), event,
                                     [](EventId left, const Block& block) { return left < block.first; });
  if (next == blocks.begin()) { return std::nullopt; }
  const Block& found = *(next - 1);
  if (event >= found.first + found.count) { return std::nullopt; }
  return static_cast<BlockId>(next - 1 - blocks.begin());
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
  const std::optional<BlockId> home = blockOf(body, event);
  if (!home) { return after; }
  const auto mark = [&](EventId first, EventId end) {
    std::fill(after.begin() + first, after.begin() + end, 1);
  };
  mark(event + 1, body.blocks[*home].first + body.blocks[*home].count);
  const std::vector<char> reached = reachableFrom(body, *home, Edges::AlsoHandlers);
  for (BlockId block = 0; block < body.blocks.size(); ++block) {
    if (reached[block] != 0) {
      mark(body.blocks[block].first, body.blocks[block].first + body.blocks[block].count);
    }
  }
  return after;
}

} // namespace nostall

#include "analysis/bodies/loops.h"

#include <map>

namespace nostall {
namespace {

/// Blocks on a way from `head` to `tails` that does not pass `head` again.
std::vector<char> blocksBetween(BlockId head, const std::vector<BlockId>& tails,
                                const std::vector<std::vector<BlockId>>& incoming) {
  std::vector<char> inside(incoming.size());
  inside[head] = 1;
  std::vector<BlockId> open = tails;
  while (!open.empty()) {
    const BlockId at = open.back();
    open.pop_back();
    if (inside[at] != 0) { continue; }
    inside[at] = 1;
    open.insert(open.end(), incoming[at].begin(), incoming[at].end());
  }
  return inside;
}

std::vector<char> reachableFrom(BlockId head, const Body& body) {
  std::vector<char> reached(body.blocks.size());
  std::vector<BlockId> open = {head};
  while (!open.empty()) {
    const BlockId at = open.back();
    open.pop_back();
    if (reached[at] != 0) { continue; }
    reached[at] = 1;
    open.insert(open.end(), body.blocks[at].successors.begin(), body.blocks[at].successors.end());
  }
  return reached;
}

void findExits(Loop& loop, const Body& body) {
  for (BlockId block = 0; block < body.blocks.size(); ++block) {
    if (!loop.has(block)) { continue; }
    const auto& successors = body.blocks[block].successors;
    for (size_t i = 0; i < successors.size(); ++i) {
      if (!loop.has(successors[i])) { loop.exits.emplace_back(block, i); }
    }
  }
}

} // namespace

std::vector<Loop> loopsOf(const Body& body) {
  std::vector<std::vector<BlockId>> incoming(body.blocks.size());
  std::map<BlockId, std::vector<BlockId>> tails; // by head
  for (BlockId block = 0; block < body.blocks.size(); ++block) {
    for (const BlockId next : body.blocks[block].successors) {
      incoming[next].push_back(block);
      // Blocks are in reverse post-order: an edge that does not go down closes a loop.
      if (next <= block) { tails[next].push_back(block); }
    }
  }
  std::vector<Loop> loops;
  for (auto& [head, last] : tails) {
    // Handlers stand after all other blocks: not everything that goes up from there comes back.
    const std::vector<char> reached = reachableFrom(head, body);
    std::erase_if(last, [&](BlockId tail) { return reached[tail] == 0; });
    if (last.empty()) { continue; }
    Loop loop{head, blocksBetween(head, last, incoming), {}};
    // What is entered from elsewhere (a jump into it, what follows a handler) is no loop of that block.
    if (head != body.entry && loop.has(body.entry)) { continue; }
    findExits(loop, body);
    loops.push_back(std::move(loop));
  }
  return loops;
}

} // namespace nostall

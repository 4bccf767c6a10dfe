#include "analysis/mode_flow.h"

#include <algorithm>
#include <string_view>

namespace nostall {

static constexpr size_t most_facts = 64;

/// `path` is `replaced` or a part of it.
static bool isWithin(std::string_view path, std::string_view replaced) {
  return path.starts_with(replaced) && (path.size() == replaced.size() || path[replaced.size()] == '.');
}

ModeFlow::ModeFlow(const Body& body, const Symbols& symbols, const std::vector<ModeChange>& changes)
    : blocks_(body.blocks), edge_sets_(body.blocks.size()), incoming_(body.blocks.size()) {
  for (BlockId block = 0; block < blocks_.size(); ++block) {
    edge_sets_[block].resize(blocks_[block].successors.size());
    for (const BlockId next : blocks_[block].successors) {
      incoming_[next].push_back(block);
    }
  }
  collectFacts(changes);
  collectSteps(body, symbols, changes);
  addChecks(changes);
  solve();
}

ModeFlow::Bits ModeFlow::bitOf(PathId path, Mode mode) const {
  for (size_t i = 0; i < facts_.size(); ++i) {
    if (facts_[i].path == path && facts_[i].mode == mode) { return Bits{1} << i; }
  }
  return 0;
}

std::optional<BlockId> ModeFlow::blockOf(EventId event) const {
  // Of blocks that begin with one event, all but the last are empty.
  const auto next = std::upper_bound(blocks_.begin(), blocks_.end(), event,
                                     [](EventId left, const Block& block) { return left < block.first; });
  if (next == blocks_.begin()) { return std::nullopt; }
  const Block& found = *(next - 1);
  if (event >= found.first + found.count) { return std::nullopt; }
  return static_cast<BlockId>(next - 1 - blocks_.begin());
}

void ModeFlow::collectFacts(const std::vector<ModeChange>& changes) {
  for (const ModeChange& change : changes) {
    const Mode mode = change.mode == Mode::Blocking ? Mode::Nonblocking : change.mode;
    if (facts_.size() < most_facts && bitOf(change.path, mode) == 0) {
      facts_.push_back({change.path, mode});
    }
  }
}

/// An assignment puts another object in its place.
ModeFlow::Bits ModeFlow::replacedBy(const Event& event, const Symbols& symbols) const {
  const bool assigns =
      event.kind == EventKind::Call && event.callee != no_id && symbols.functions[event.callee].copy_or_move;
  const PathId object = assigns || event.kind == EventKind::Write ? event.object->path : 0;
  Bits replaced = 0;
  for (size_t i = 0; i < facts_.size(); ++i) {
    const std::string& path = symbols.text(facts_[i].path);
    const bool hit = (object != 0 && isWithin(path, symbols.text(object))) ||
                     (event.target != 0 && isWithin(path, symbols.text(event.target)));
    if (hit) { replaced |= Bits{1} << i; }
  }
  return replaced;
}

void ModeFlow::collectSteps(const Body& body, const Symbols& symbols,
                            const std::vector<ModeChange>& changes) {
  auto change = changes.begin();
  Bits made = 0; // by the results of this full expression: its own assignment replaces nothing
  uint32_t full_expression = 0;
  for (EventId id = 0; id < body.events.size(); ++id) {
    const Event& event = body.events[id];
    if (event.full_expression != full_expression) { made = 0; }
    full_expression = event.full_expression;
    Step step{.event = id, .clears = replacedBy(event, symbols) & ~made};
    for (; change != changes.end() && change->event == id; ++change) {
      const Bits nonblocking = bitOf(change->path, Mode::Nonblocking);
      if (change->mode == Mode::Blocking) { step.clears |= nonblocking; }
      if (change->mode == Mode::Nonblocking) { step.sets |= nonblocking; }
      if (change->of_result) { made |= nonblocking; }
    }
    if (step.clears != 0 || step.sets != 0) { steps_.push_back(step); }
  }
}

/// Blocks on a way from `block` back to it that does not leave its loop: empty when it heads none.
std::vector<char> ModeFlow::loopAround(BlockId block) const {
  std::vector<char> inside(blocks_.size());
  std::vector<BlockId> open;
  inside[block] = 1;
  for (const BlockId before : incoming_[block]) {
    // Blocks are in reverse post-order: an edge that goes up closes a loop.
    if (before >= block && inside[before] == 0) { open.push_back(before); }
  }
  while (!open.empty()) {
    const BlockId at = open.back();
    open.pop_back();
    if (inside[at] != 0) { continue; }
    inside[at] = 1;
    open.insert(open.end(), incoming_[at].begin(), incoming_[at].end());
  }
  return inside;
}

std::vector<char> ModeFlow::reachableFrom(BlockId block) const {
  std::vector<char> reached(blocks_.size());
  std::vector<BlockId> open = {block};
  while (!open.empty()) {
    const BlockId at = open.back();
    open.pop_back();
    if (reached[at] != 0) { continue; }
    reached[at] = 1;
    open.insert(open.end(), blocks_[at].successors.begin(), blocks_[at].successors.end());
  }
  return reached;
}

/// Whoever loops over a check leaves the loop when it says yes. Else it is the branch of the condition: what
/// is compared, and with what, the facts do not tell.
size_t ModeFlow::successorThatIsReady(BlockId block) const {
  const BlockId first = blocks_[block].successors[0];
  const BlockId second = blocks_[block].successors[1];
  const std::vector<char> loop = loopAround(block);
  if (loop[first] != loop[second]) { return loop[first] != 0 ? 1 : 0; }
  const bool first_again = reachableFrom(first)[block] != 0;
  const bool second_again = reachableFrom(second)[block] != 0;
  if (first_again != second_again) { return first_again ? 1 : 0; }
  return (first <= block && second > block) ? 1 : 0;
}

void ModeFlow::addChecks(const std::vector<ModeChange>& changes) {
  size_t checks = 0;
  for (const ModeChange& change : changes) {
    if (change.mode != Mode::Ready || ++checks > most_facts) { continue; }
    const std::optional<BlockId> block = blockOf(change.event);
    if (!block || blocks_[*block].successors.size() != 2) { continue; }
    edge_sets_[*block][successorThatIsReady(*block)] |= bitOf(change.path, Mode::Ready);
  }
}

ModeFlow::Bits ModeFlow::after(BlockId block, Bits before, EventId until) const {
  const EventId first = blocks_[block].first;
  auto step = std::lower_bound(steps_.begin(), steps_.end(), first,
                               [](const Step& left, EventId event) { return left.event < event; });
  Bits now = before;
  for (; step != steps_.end() && step->event < until; ++step) {
    now = (now & ~step->clears) | step->sets;
  }
  return now;
}

/// Forward, meeting by "on every path". A bit of a block is only ever taken away.
void ModeFlow::solve() {
  static constexpr Bits all = ~Bits{0};
  before_.assign(blocks_.size(), all);
  if (blocks_.empty()) { return; }
  std::vector<char> met(blocks_.size());
  const auto meet = [&](BlockId block, Bits bits) {
    const bool lowers = met[block] == 0 || (before_[block] & ~bits) != 0;
    before_[block] &= bits;
    met[block] = 1;
    return lowers;
  };
  meet(0, 0);
  for (bool changed = true; changed;) {
    changed = false;
    for (BlockId block = 0; block < blocks_.size(); ++block) {
      if (met[block] == 0) { continue; }
      const Block& at = blocks_[block];
      const Bits out = after(block, before_[block], at.first + at.count);
      for (size_t i = 0; i < at.successors.size(); ++i) {
        changed |= meet(at.successors[i], out | edge_sets_[block][i]);
      }
      for (const BlockId handler : at.handlers) {
        changed |= meet(handler, before_[block] & out);
      }
    }
  }
  for (BlockId block = 0; block < blocks_.size(); ++block) {
    if (met[block] == 0) { before_[block] = 0; }
  }
}

bool ModeFlow::holds(EventId event, PathId path, Mode mode) const {
  const Bits bit = bitOf(path, mode);
  const std::optional<BlockId> block = blockOf(event);
  return bit != 0 && block && (after(*block, before_[*block], event) & bit) != 0;
}

bool ModeFlow::decides(PathId path) const {
  return bitOf(path, Mode::Nonblocking) != 0;
}

} // namespace nostall

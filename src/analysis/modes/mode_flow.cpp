#include "analysis/modes/mode_flow.h"

#include <algorithm>
#include <string_view>

namespace nostall {

static constexpr size_t most_facts = 64;

ModeFlow::ModeFlow(const Body& body, const Symbols& symbols, const ModeEvents& events)
    : body_(body), symbols_(symbols), edge_sets_(body.blocks.size()) {
  for (BlockId block = 0; block < body.blocks.size(); ++block) {
    edge_sets_[block].resize(body.blocks[block].successors.size());
  }
  collectFacts(events);
  collectSteps(events.changes);
  addReady(events.ready_edges);
  solve(events.ready_at_entry);
}

ModeFlow::Bits ModeFlow::bitOf(PathId path, Mode mode) const {
  for (size_t i = 0; i < facts_.size(); ++i) {
    if (facts_[i].path == path && facts_[i].mode == mode) { return Bits{1} << i; }
  }
  return 0;
}

/// Of the path and of all that it is a part of.
ModeFlow::Bits ModeFlow::bitsAround(PathId path, Mode mode) const {
  Bits bits = 0;
  for (size_t i = 0; i < facts_.size(); ++i) {
    const bool around = isWithin(symbols_.text(path), symbols_.text(facts_[i].path));
    if (around && facts_[i].mode == mode) { bits |= Bits{1} << i; }
  }
  return bits;
}

void ModeFlow::addFact(PathId path, Mode mode) {
  if (facts_.size() < most_facts && bitOf(path, mode) == 0) { facts_.push_back({path, mode}); }
}

void ModeFlow::collectFacts(const ModeEvents& events) {
  for (const ModeChange& change : events.changes) {
    addFact(change.path, change.mode == Mode::Blocking ? Mode::Nonblocking : change.mode);
  }
  for (const ReadyEdge& edge : events.ready_edges) {
    addFact(edge.path, Mode::Ready);
  }
  for (const PathId path : events.ready_at_entry) {
    addFact(path, Mode::Ready);
  }
}

/// An assignment puts another object in its place.
ModeFlow::Bits ModeFlow::replacedBy(const Event& event) const {
  const bool assigns =
      event.kind == EventKind::Call && event.callee != no_id && symbols_.functions[event.callee].copy_or_move;
  const PathId object = assigns || event.kind == EventKind::Write ? event.object->path : 0;
  Bits replaced = 0;
  for (size_t i = 0; i < facts_.size(); ++i) {
    const std::string& path = symbols_.text(facts_[i].path);
    const bool hit = (object != 0 && isWithin(path, symbols_.text(object))) ||
                     (event.target != 0 && isWithin(path, symbols_.text(event.target)));
    if (hit) { replaced |= Bits{1} << i; }
  }
  return replaced;
}

void ModeFlow::collectSteps(const std::vector<ModeChange>& changes) {
  auto change = changes.begin();
  Bits made = 0; // by the results of this full expression: its own assignment replaces nothing
  uint32_t full_expression = 0;
  for (EventId id = 0; id < body_.events.size(); ++id) {
    const Event& event = body_.events[id];
    if (event.full_expression != full_expression) { made = 0; }
    full_expression = event.full_expression;
    Step step{.event = id, .clears = replacedBy(event) & ~made};
    for (; change != changes.end() && change->event == id; ++change) {
      const Bits nonblocking = bitOf(change->path, Mode::Nonblocking);
      if (change->mode == Mode::Blocking) { step.clears |= nonblocking; }
      if (change->mode == Mode::Nonblocking) { step.sets |= nonblocking; }
      if (change->mode == Mode::Ready) { step.sets |= bitOf(change->path, Mode::Ready); }
      if (change->of_result) { made |= nonblocking | bitOf(change->path, Mode::Ready); }
    }
    if (step.clears != 0 || step.sets != 0) { steps_.push_back(step); }
  }
}

void ModeFlow::addReady(const std::vector<ReadyEdge>& edges) {
  for (const ReadyEdge& edge : edges) {
    edge_sets_[edge.at.block][edge.at.successor] |= bitOf(edge.path, Mode::Ready);
  }
}

ModeFlow::Bits ModeFlow::after(BlockId block, Bits before, EventId until) const {
  const EventId first = body_.blocks[block].first;
  auto step = std::lower_bound(steps_.begin(), steps_.end(), first,
                               [](const Step& left, EventId event) { return left.event < event; });
  Bits now = before;
  for (; step != steps_.end() && step->event < until; ++step) {
    now = (now & ~step->clears) | step->sets;
  }
  return now;
}

/// Forward, meeting by "on every path". A bit of a block is only ever taken away.
void ModeFlow::solve(const std::vector<PathId>& ready_at_entry) {
  static constexpr Bits all = ~Bits{0};
  const PackedVector<Block>& blocks = body_.blocks;
  before_.assign(blocks.size(), all);
  if (blocks.empty()) { return; }
  std::vector<char> met(blocks.size());
  const auto meet = [&](BlockId block, Bits bits) {
    const bool lowers = met[block] == 0 || (before_[block] & ~bits) != 0;
    before_[block] &= bits;
    met[block] = 1;
    return lowers;
  };
  Bits at_entry = 0;
  for (const PathId path : ready_at_entry) {
    at_entry |= bitOf(path, Mode::Ready);
  }
  meet(0, at_entry);
  for (bool changed = true; changed;) {
    changed = false;
    for (BlockId block = 0; block < blocks.size(); ++block) {
      if (met[block] == 0) { continue; }
      const Block& at = blocks[block];
      const Bits out = after(block, before_[block], at.first + at.count);
      for (size_t i = 0; i < at.successors.size(); ++i) {
        changed |= meet(at.successors[i], out | edge_sets_[block][i]);
      }
      for (const BlockId handler : at.handlers) {
        changed |= meet(handler, before_[block] & out);
      }
    }
  }
  for (BlockId block = 0; block < blocks.size(); ++block) {
    if (met[block] == 0) { before_[block] = 0; }
  }
}

bool ModeFlow::holds(EventId event, PathId path, Mode mode) const {
  const Bits bits = bitsAround(path, mode);
  const std::optional<BlockId> block = blockOf(body_, event);
  return bits != 0 && block && (after(*block, before_[*block], event) & bits) != 0;
}

bool ModeFlow::decides(PathId path) const {
  return bitsAround(path, Mode::Nonblocking) != 0;
}

} // namespace nostall

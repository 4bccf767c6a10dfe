#include "analysis/contexts/switches.h"

#include "analysis/bodies/branches.h"

#include <utility>

namespace nostall {
namespace {

/// Where a body switches.
struct Moves {
  std::map<EventId, const SwitchEntry*> awaits;
  std::map<std::pair<BlockId, uint32_t>, const SwitchEntry*> branches; ///< by block and successor
};

/// On the branches that found the answer of a call: in the child of a fork.
void addBranches(const Body& body, const Symbols& symbols, const Matcher& matcher, Moves& moves) {
  for (EventId id = 0; id < body.events.size(); ++id) {
    const SwitchEntry* entry = matcher.switches(body.events[id]);
    if (entry == nullptr || entry->answer.isEmpty()) { continue; }
    for (const BranchEdge& edge : edgesWith(body, symbols, id, entry->answer)) {
      moves.branches[{edge.block, edge.successor}] = entry;
    }
  }
}

Moves switchesIn(const Body& body, const Symbols& symbols, const Matcher& matcher) {
  Moves moves;
  addBranches(body, symbols, matcher, moves);
  for (EventId id = 0; id < body.events.size(); ++id) {
    const Event& event = body.events[id];
    const bool awaits = event.kind == EventKind::Suspend && event.suspend == SuspendKind::Await;
    if (!awaits || event.object->from == no_id) { continue; }
    const SwitchEntry* entry = matcher.switches(body.events[event.object->from]);
    if (entry != nullptr && entry->answer.isEmpty()) { moves.awaits[id] = entry; }
  }
  return moves;
}

uint8_t destinationOf(const SwitchEntry& entry) {
  if (entry.to_loop) { return on_loop; }
  return entry.until == SwitchUntil::NextAsync ? elsewhere_until_next : elsewhere;
}

/// Forward over the blocks; a state only grows, so this ends.
class Flow {
public:
  Flow(const Body& body, const Moves& moves)
      : body_(body), moves_(moves), entries_(body.blocks.size(), 0), states_(body.events.size(), 0) {}

  std::vector<uint8_t> run() {
    if (body_.entry < entries_.size()) { entries_[body_.entry] = where_started; }
    changed_ = true;
    while (changed_) {
      changed_ = false;
      for (BlockId block = 0; block < body_.blocks.size(); ++block) {
        if (entries_[block] != 0) { passBlock(block); }
      }
    }
    return std::move(states_);
  }

private:
  void passBlock(BlockId id) {
    const Block& block = body_.blocks[id];
    uint8_t state = entries_[id];
    uint8_t thrown = state;
    for (EventId event = block.first; event < block.first + block.count; ++event) {
      states_[event] |= state;
      state = after(event, state);
      thrown |= state;
    }
    for (uint32_t i = 0; i < block.successors.size(); ++i) {
      const auto move = moves_.branches.find({id, i});
      enter(block.successors[i], move == moves_.branches.end() ? state : destinationOf(*move->second));
    }
    for (const BlockId handler : block.handlers) {
      enter(handler, thrown);
    }
  }

  uint8_t after(EventId id, uint8_t state) const {
    const auto move = moves_.awaits.find(id);
    if (move != moves_.awaits.end()) { return destinationOf(*move->second); }
    const Event& event = body_.events[id];
    const bool suspends = event.kind == EventKind::Suspend && event.suspend == SuspendKind::Await;
    if (!suspends || (state & elsewhere_until_next) == 0) { return state; }
    return static_cast<uint8_t>((state & ~elsewhere_until_next) | where_started);
  }

  void enter(BlockId block, uint8_t state) {
    const auto joined = static_cast<uint8_t>(entries_[block] | state);
    changed_ |= joined != entries_[block];
    entries_[block] = joined;
  }

  const Body& body_;
  const Moves& moves_;
  std::vector<uint8_t> entries_; // by BlockId
  std::vector<uint8_t> states_;  // by EventId
  bool changed_ = false;
};

} // namespace

Switches::Switches(const Program& program, const Matcher& matcher, const Outlines& outlines) {
  for (BodyId body = 0; body < program.bodies.size(); ++body) {
    if (!outlines.has(body, Holds::Switches)) { continue; }
    const Body& code = program.bodies[body].body;
    const Moves moves = switchesIn(code, program.symbols, matcher);
    if (!moves.awaits.empty() || !moves.branches.empty()) { states_[body] = Flow(code, moves).run(); }
  }
}

} // namespace nostall

// What holds at each point of a body: facts that flow along its blocks.
#pragma once

#include "model/facts.h"

#include <optional>
#include <utility>
#include <vector>

namespace nostall {

/// The state at the beginning of each block; nothing for blocks that no way reaches.
///
/// `State` is copied a lot and has `bool join(const State&)`, which adds what holds on another way here and
/// says whether that changed anything; it must not change for ever. `step(state, event)` is what an event
/// does. `branch(state, block, way)` is what is known on one way out of a block: to the successor of that
/// index, and after those to its handlers. An exception may leave a block before or after any of its events.
template <typename State, typename Step, typename Branch>
std::vector<std::optional<State>> flowForward(const Body& body, const State& start, const Step& step,
                                              const Branch& branch) {
  std::vector<std::optional<State>> before(body.blocks.size());
  std::vector<char> open(body.blocks.size());
  bool again = false;
  const auto enter = [&](BlockId block, const State& state) {
    const bool grew = before[block] ? before[block]->join(state) : true;
    if (!before[block]) { before[block] = state; }
    if (!grew) { return; }
    open[block] = 1;
    again = true;
  };
  if (body.entry < body.blocks.size()) { enter(body.entry, start); }
  while (again) {
    again = false;
    // In reverse post-order, so that a pass settles everything but loops.
    for (BlockId id = 0; id < body.blocks.size(); ++id) {
      if (open[id] == 0) { continue; }
      open[id] = 0;
      const Block& block = body.blocks[id];
      State state = *before[id];
      std::optional<State> thrown;
      if (!block.handlers.empty()) { thrown = state; }
      for (EventId event = block.first; event < block.first + block.count; ++event) {
        step(state, event);
        if (thrown) { thrown->join(state); }
      }
      for (size_t i = 0; i < block.successors.size(); ++i) {
        State next = state;
        branch(next, id, i);
        enter(block.successors[i], next);
      }
      for (size_t i = 0; i < block.handlers.size(); ++i) {
        State next = *thrown;
        branch(next, id, block.successors.size() + i);
        enter(block.handlers[i], next);
      }
    }
  }
  return before;
}

/// The same without anything that branches tell.
template <typename State, typename Step>
std::vector<std::optional<State>> flowForward(const Body& body, const State& start, const Step& step) {
  return flowForward(body, start, step, [](State& /*state*/, BlockId /*block*/, size_t /*way*/) {});
}

/// Calls `visit(state, event)` with the state before each event that is reached, in the order of events.
template <typename State, typename Step, typename Visit>
void visitFlow(const Body& body, const std::vector<std::optional<State>>& before, const Step& step,
               const Visit& visit) {
  for (BlockId id = 0; id < body.blocks.size(); ++id) {
    if (!before[id]) { continue; }
    State state = *before[id];
    const Block& block = body.blocks[id];
    for (EventId event = block.first; event < block.first + block.count; ++event) {
      visit(std::as_const(state), event);
      step(state, event);
    }
  }
}

} // namespace nostall

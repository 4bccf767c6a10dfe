#include "analysis/locks/lock_flow.h"

#include <algorithm>

namespace nostall {
namespace {

constexpr uint64_t bit(uint32_t index) {
  return uint64_t{1} << index;
}

} // namespace

LockFlow::LockFlow(const Body& body, const LockOperations& operations)
    : body_(body), operations_(operations), of_slot_(operations.slots.size()) {
  for (uint32_t i = 0; i < operations.acquisitions.size(); ++i) {
    of_slot_[operations.acquisitions[i].slot] |= bit(i);
  }
  collectEnds();
  LockState start;
  for (const uint32_t acquisition : operations.at_entry) {
    start.held |= bit(acquisition);
  }
  before_ = flowForward(
      body, start, [this](LockState& state, EventId event) { step(state, event); },
      [this](LockState& state, BlockId block, size_t way) { branch(state, block, way); });
}

void LockFlow::acquire(LockState& state, uint32_t slot, uint32_t acquisition) const {
  release(state, slot);
  state.held |= bit(acquisition);
  state.free &= ~bit(slot);
}

void LockFlow::release(LockState& state, uint32_t slot) const {
  state.held &= ~of_slot_[slot];
  state.free |= bit(slot);
}

/// `to` gets what `from` had in `before`.
void LockFlow::pass(LockState& state, uint32_t from, uint32_t to, uint32_t acquisition,
                    const LockState& before) const {
  release(state, to);
  if ((before.held & of_slot_[from]) == 0) { return; }
  state.held |= bit(acquisition);
  if (!before.mayBeFree(from)) { state.free &= ~bit(to); }
}

void LockFlow::apply(LockState& state, const LockOperation& operation) const {
  const LockState before = state;
  switch (operation.step) {
  case LockStep::Lock: acquire(state, operation.slot, operation.acquisition); break;
  case LockStep::TryLock:
    acquire(state, operation.slot, operation.acquisition);
    state.free |= bit(operation.slot);
    break;
  case LockStep::Unlock:
    if ((state.held & of_slot_[operation.slot]) == 0) {
      state.kept &= ~bit(operation.slot);
      state.lost |= bit(operation.slot);
    }
    release(state, operation.slot);
    break;
  case LockStep::MayUnlock:
    state.free |= bit(operation.slot);
    if ((state.held & of_slot_[operation.slot]) == 0) { state.lost |= bit(operation.slot); }
    break;
  case LockStep::Move:
    release(state, operation.slot);
    if (operation.to != no_id) { pass(state, operation.slot, operation.to, operation.acquisition, before); }
    break;
  case LockStep::Swap:
    pass(state, operation.slot, operation.to, operation.acquisition, before);
    pass(state, operation.to, operation.slot, operation.back_acquisition, before);
    break;
  }
}

void LockFlow::step(LockState& state, EventId event) const {
  auto operation =
      std::lower_bound(operations_.operations.begin(), operations_.operations.end(), event,
                       [](const LockOperation& left, EventId right) { return left.event < right; });
  for (; operation != operations_.operations.end() && operation->event == event; ++operation) {
    apply(state, *operation);
  }
}

std::optional<LockQuestion> LockFlow::questionOf(const Value& value) const {
  if (value.from != no_id) {
    const auto asked = operations_.questions.find(value.from);
    if (asked != operations_.questions.end()) { return asked->second; }
  }
  const auto answer = value.path == 0 ? operations_.answers.end() : operations_.answers.find(value.path);
  if (answer != operations_.answers.end() && answer->second.slot != no_id) { return answer->second; }
  return std::nullopt;
}

/// Where the answer is yes the lock is held, where it is no it is not.
void LockFlow::answer(LockState& state, const BranchTest& test, bool first) const {
  const std::optional<LockQuestion> question = questionOf(test.value);
  if (!question || test.ordered) { return; }
  bool equal_means_yes = true;
  const Value& other = test.compared_with;
  if (other.constant == ConstantKind::Integer) {
    equal_means_yes = other.number != 0;
  } else if (other.type != no_id || other.path != 0) {
    return;
  }
  if (question->zero_is_success) { equal_means_yes = !equal_means_yes; }
  const bool holds = first != test.negated;
  if (holds != equal_means_yes) { return release(state, question->slot); }
  if ((state.held & of_slot_[question->slot]) != 0) { state.free &= ~bit(question->slot); }
}

void LockFlow::branch(LockState& state, BlockId id, size_t way) const {
  const Block& block = body_.blocks[id];
  if (way >= block.successors.size()) {
    const auto ended = ended_before_.find(block.handlers[way - block.successors.size()]);
    if (ended == ended_before_.end()) { return; }
    for (const uint32_t slot : ended->second) {
      release(state, slot);
    }
  } else if (block.test && block.successors.size() == 2 && !operations_.questions.empty()) {
    answer(state, *block.test, way == 0);
  }
}

void LockFlow::collectEnds() {
  for (const Block& block : body_.blocks) {
    if (block.handlers.empty()) { continue; }
    for (const LockOperation& operation : operations_.operations) {
      const bool inside = operation.event >= block.first && operation.event < block.first + block.count;
      if (!inside || body_.events[operation.event].kind != EventKind::Destroy) { continue; }
      for (const BlockId handler : block.handlers) {
        ended_before_[handler].push_back(operation.slot);
      }
    }
  }
}

std::vector<LockEffect> LockFlow::effects() const {
  std::vector<LockEffect> effects;
  if (body_.exit >= before_.size() || !before_[body_.exit]) { return effects; }
  LockState state = *before_[body_.exit];
  const Block& exit = body_.blocks[body_.exit];
  for (EventId event = exit.first; event < exit.first + exit.count; ++event) {
    step(state, event);
  }
  for (uint32_t slot = 0; slot < operations_.slots.size(); ++slot) {
    const std::string& path = operations_.slots[slot].path;
    if (path.starts_with("local:") || path.starts_with('#')) { continue; }
    const bool lost = (state.lost & bit(slot)) != 0;
    if ((state.held & of_slot_[slot]) != 0) {
      effects.push_back({path, state.mayBeFree(slot) ? LockStep::TryLock : LockStep::Lock});
    } else if (lost) {
      effects.push_back({path, (state.kept & bit(slot)) != 0 ? LockStep::MayUnlock : LockStep::Unlock});
    }
  }
  return effects;
}

} // namespace nostall

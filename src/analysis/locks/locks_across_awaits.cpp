#include "analysis/bodies/path_words.h"
#include "analysis/locks/lock_effects.h"
#include "analysis/locks/lock_flow.h"
#include "analysis/locks/lock_rules.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>

namespace nostall {

namespace {

class BodyLocks {
public:
  BodyLocks(const BodyRules& input, const Body& body, const LockOperations& operations)
      : symbols_(input.program.symbols), body_(body), operations_(operations) {}

  /// Where each lock is first held over a suspension.
  struct Held {
    EventId suspension = 0;
    uint32_t acquisition = 0;
    bool surely = false;
  };
  std::vector<Held> find() const;

  /// What was locked in the first place, before the lock was moved here.
  uint32_t originOf(uint32_t acquisition) const;
  std::string nameOf(uint32_t acquisition) const;

private:
  bool isSuspension(const Event& event) const {
    return event.kind == EventKind::Suspend &&
           (event.suspend == SuspendKind::Await || event.suspend == SuspendKind::Yield);
  }
  bool isHandedOver(EventId suspension, uint32_t acquisition) const;
  bool names(const Value& value, const Acquisition& acquisition) const;

  const Symbols& symbols_;
  const Body& body_;
  const LockOperations& operations_;
};

uint32_t BodyLocks::originOf(uint32_t acquisition) const {
  // Each step goes back in the body, but for loops.
  for (size_t steps = 0; steps < operations_.acquisitions.size(); ++steps) {
    const uint32_t slot = operations_.acquisitions[acquisition].moved_from;
    if (slot == no_id) { break; }
    for (uint32_t i = 0; i < operations_.acquisitions.size(); ++i) {
      if (operations_.acquisitions[i].slot == slot) {
        acquisition = i;
        break;
      }
    }
  }
  return acquisition;
}

std::string BodyLocks::nameOf(uint32_t acquisition) const {
  const Acquisition& origin = operations_.acquisitions[originOf(acquisition)];
  if (origin.mutex != 0) { return pathInWords(symbols_.text(origin.mutex)); }
  const std::string& slot = operations_.slots[origin.slot].path;
  if (!slot.starts_with('#')) { return pathInWords(slot); }
  const TypeId type = body_.events[origin.event].type;
  return type == no_id ? std::string("lock") : symbols_.text(symbols_.types[type].name);
}

/// The value is the lock, its mutex, or something that the lock is a part of.
bool BodyLocks::names(const Value& value, const Acquisition& acquisition) const {
  const std::string& slot = operations_.slots[acquisition.slot].path;
  if (value.path == 0) { return value.from != no_id && slot == "#" + std::to_string(value.from); }
  return value.path == acquisition.mutex || isWithin(slot, symbols_.text(value.path));
}

/// `co_await condition.wait(lock)`: who gets the lock unlocks it.
bool BodyLocks::isHandedOver(EventId suspension, uint32_t acquisition) const {
  const Acquisition& held = operations_.acquisitions[acquisition];
  const Event& suspend = body_.events[suspension];
  if (names(*suspend.object, held)) { return true; }
  for (EventId id = 0; id < body_.events.size(); ++id) {
    const Event& event = body_.events[id];
    if (event.full_expression != suspend.full_expression || id == held.event) { continue; }
    if (event.kind != EventKind::Call && event.kind != EventKind::Construct) { continue; }
    const bool given = std::any_of(event.arguments.begin(), event.arguments.end(),
                                   [&](const Value& value) { return names(value, held); });
    if (given) { return true; }
  }
  return false;
}

std::vector<BodyLocks::Held> BodyLocks::find() const {
  std::map<uint32_t, Held> first; // by origin
  LockFlow(body_, operations_).visit([&](const LockState& state, EventId id) {
    if (state.held == 0 || !isSuspension(body_.events[id])) { return; }
    for (uint32_t i = 0; i < operations_.acquisitions.size(); ++i) {
      if (!state.mayHold(i) || isHandedOver(id, i)) { continue; }
      const Held held{id, i, !state.mayBeFree(operations_.acquisitions[i].slot)};
      const auto [known, is_new] = first.emplace(originOf(i), held);
      if (!is_new && held.surely && !known->second.surely) { known->second = held; }
    }
  });
  std::vector<Held> found;
  for (const auto& [origin, held] : first) {
    found.push_back(held);
  }
  std::stable_sort(found.begin(), found.end(), [](const Held& left, const Held& right) {
    return std::pair(left.suspension, !left.surely) < std::pair(right.suspension, !right.surely);
  });
  return found;
}

Spot spotOf(const BodyLocks& locks, const LockOperations& operations, uint32_t rule, BodyId body,
            const BodyLocks::Held& held) {
  Spot spot{.rule = rule, .body = body, .event = held.suspension};
  const bool parameter = operations.acquisitions[locks.originOf(held.acquisition)].event == no_id;
  if (!held.surely) {
    spot.lowered = 1;
    spot.variant = parameter ? "parameter" : "maybe";
  }
  spot.object = locks.nameOf(held.acquisition);
  return spot;
}

} // namespace

std::vector<Spot> findLocksAcrossAwaits(const BodyRules& input, const Locks& locks, uint32_t rule) {
  std::vector<Spot> spots;
  const Program& program = input.program;
  for (const BodyId id : locks.bodies) {
    if (!input.classes.isAsyncCoroutine(program.bodies[id].node)) { continue; }
    const Body& body = program.bodies[id].body;
    const LockOperations operations =
        lockOperations(body, program, locks.types, locks.effects, input.matcher);
    if (operations.acquisitions.empty()) { continue; }
    const BodyLocks body_locks(input, body, operations);
    for (const BodyLocks::Held& held : body_locks.find()) {
      const bool is_new = spots.empty() || spots.back().body != id || spots.back().event != held.suspension;
      if (is_new) { spots.push_back(spotOf(body_locks, operations, rule, id, held)); }
      const EventId locked = operations.acquisitions[body_locks.originOf(held.acquisition)].event;
      if (locked != no_id) {
        spots.back().steps.push_back(
            {id, locked, "'" + body_locks.nameOf(held.acquisition) + "' is locked here"});
      }
    }
  }
  return spots;
}

std::vector<Spot> findLockSpots(const BodyRules& input) {
  const std::optional<uint32_t> across = ruleNamed(input.rules, "lock-across-await");
  const std::optional<uint32_t> under = ruleNamed(input.rules, "blocking-under-lock");
  if (!across && !under) { return {}; }
  const LockTypes types(input.program, input.matcher, input.classes);
  LockingBodies bodies(input.program, input.classes.outlines, types);
  const LockEffects effects = findLockEffects(input.program, types, bodies, input.matcher);
  const Locks locks{types, effects, bodies.under(effects)};
  std::vector<Spot> spots;
  if (across) { spots = findLocksAcrossAwaits(input, locks, *across); }
  if (under) { std::ranges::move(findBlockingUnderLocks(input, locks, *under), std::back_inserter(spots)); }
  return spots;
}

} // namespace nostall

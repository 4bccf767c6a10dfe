// What the events of one body do to locks.
#pragma once

#include "analysis/bodies/path_words.h"
#include "analysis/locks/lock_types.h"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace nostall {

enum class LockStep : uint8_t {
  Lock,
  TryLock,   ///< it may be held from here on
  Unlock,    ///< also the end of the guard
  MayUnlock, //
  Move,      ///< what `slot` holds, `to` holds from here on; out of sight without a `to`
  Swap,
};

/// What can hold a lock: a guard, or the mutex that is locked by hand.
struct LockSlot {
  std::string path; ///< as PathId; "#7" for a temporary that event 7 made
};

/// One way for a slot to hold something.
struct Acquisition {
  uint32_t slot = 0;
  EventId event = 0;
  uint32_t moved_from = no_id; ///< the slot that held it before
  PathId mutex = 0;            ///< the guard's first argument, the mutex itself
};

struct LockOperation {
  EventId event = 0;
  LockStep step = LockStep::Lock;
  uint32_t slot = 0;
  uint32_t to = no_id;
  uint32_t acquisition = no_id;      ///< of Lock and TryLock; of Move and Swap what `to` gets
  uint32_t back_acquisition = no_id; ///< of Swap what `slot` gets
};

/// The event says whether the slot is held: its result is true (or zero) when it is.
struct LockQuestion {
  uint32_t slot = 0;
  bool zero_is_success = false;
};

/// What a function does, seen from its callers.
struct LockEffect {
  std::string path;               ///< "this.mutex_", "param:lock", "global:mutex"
  LockStep step = LockStep::Lock; ///< Lock, TryLock, Unlock, MayUnlock

  bool operator==(const LockEffect&) const = default;
};

struct LockEffects {
  std::map<FunctionId, std::vector<LockEffect>> functions; ///< few have any
  /// Classes of the project whose constructor leaves something locked, sorted: guards.
  std::vector<TypeId> guards;
};

struct LockOperations {
  static constexpr size_t most = 64; ///< slots and acquisitions beyond that are not followed

  std::vector<LockSlot> slots;
  std::vector<Acquisition> acquisitions;
  std::vector<LockOperation> operations; ///< by event
  std::map<EventId, LockQuestion> questions;
  std::map<PathId, LockQuestion> answers; ///< locals that hold the result of a question
  /// Guards that are there from the beginning: parameters by value.
  std::vector<uint32_t> at_entry; ///< acquisitions

  bool empty() const { return acquisitions.empty() && operations.empty(); }
};

LockOperations lockOperations(const Body& body, const Program& program, const LockTypes& types,
                              const LockEffects& effects, const Matcher& matcher);

} // namespace nostall

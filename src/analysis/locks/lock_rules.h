// The rules about locks: lock-across-await and blocking-under-lock.
#pragma once

#include "analysis/findings/spots.h"
#include "analysis/locks/lock_operations.h"

namespace nostall {

/// What both rules find.
std::vector<Spot> findLockSpots(const BodyRules& input);

/// What both need.
struct Locks {
  const LockTypes& types;
  const LockEffects& effects;
  const std::vector<BodyId> bodies; ///< in which anything may happen to a lock
};

/// Suspensions of asynchronous coroutines at which a lock is held: one for each place, with every lock that
/// is first held there.
std::vector<Spot> findLocksAcrossAwaits(const BodyRules& input, const Locks& locks, uint32_t rule);

/// Calls that park a thread, or reach one that does, while a mutex is held that code on an event loop locks
/// too.
std::vector<Spot> findBlockingUnderLocks(const BodyRules& input, const Locks& locks, uint32_t rule);

} // namespace nostall

// What the project's own functions do to the locks of their callers: home-grown guards, helpers that lock.
#pragma once

#include "analysis/locks/lock_operations.h"
#include "analysis/locks/locking_bodies.h"

namespace nostall {

/// Through a few calls within each other, bottom up.
LockEffects findLockEffects(const Program& program, const LockTypes& types, LockingBodies& bodies,
                            const Matcher& matcher);

} // namespace nostall

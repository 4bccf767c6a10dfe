// thread-local-across-await and state-across-await: what a coroutine knew before it was suspended.
#pragma once

#include "analysis/findings/spots.h"

#include <vector>

namespace nostall {

/// Uses of thread_locals that rely on what was before a suspension: the first one of each variable and body.
std::vector<Spot> findThreadLocalsAcrossAwaits(const BodyRules& input);

/// Writes of members and globals that were read before a suspension and not since.
std::vector<Spot> findStateAcrossAwaits(const BodyRules& input);

} // namespace nostall

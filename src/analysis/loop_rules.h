// busy-loop and unbounded-spawn.
#pragma once

#include "analysis/spots.h"

#include <vector>

namespace nostall {

/// Loops that only look at something until others change it, in code that an async context reaches.
std::vector<Spot> findBusyLoops(const BodyRules& input);

/// Tasks that are started in loops over input, in async contexts, when nothing in the loop limits them.
std::vector<Spot> findUnboundedSpawns(const BodyRules& input);

} // namespace nostall

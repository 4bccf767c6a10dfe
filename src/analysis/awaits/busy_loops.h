// busy-loop.
#pragma once

#include "analysis/findings/spots.h"

#include <vector>

namespace nostall {

/// Loops that only look at something until others change it, in code that an async context reaches.
std::vector<Spot> findBusyLoops(const BodyRules& input);

} // namespace nostall

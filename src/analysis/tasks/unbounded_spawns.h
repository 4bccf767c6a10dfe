// unbounded-spawn.
#pragma once

#include "analysis/findings/spots.h"

#include <vector>

namespace nostall {

/// Tasks that are started in loops over input, in async contexts, when nothing in the loop limits them.
std::vector<Spot> findUnboundedSpawns(const BodyRules& input);

} // namespace nostall

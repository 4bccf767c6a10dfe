// The rules that look at one body, each a pass of its own.
#pragma once

#include "analysis/findings/spots.h"

#include <vector>

namespace nostall {

/// What all rules that look at bodies find.
std::vector<Spot> findSpots(const BodyRules& input);

} // namespace nostall

// Tasks that nobody awaits: semantics.md section 5.
#pragma once

#include "analysis/findings/spots.h"

namespace nostall {

std::vector<Spot> findLostTasks(const BodyRules& input);

} // namespace nostall

// Tasks that are started so that nobody sees them end or fail: semantics.md section 5.
#pragma once

#include "analysis/findings/spots.h"

namespace nostall {

std::vector<Spot> findDetachedTasks(const BodyRules& input);

} // namespace nostall

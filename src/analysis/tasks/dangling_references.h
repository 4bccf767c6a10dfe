// Coroutines that go on when what they refer to is gone: semantics.md section 5.
#pragma once

#include "analysis/findings/spots.h"

namespace nostall {

std::vector<Spot> findDanglingReferences(const BodyRules& input);

} // namespace nostall

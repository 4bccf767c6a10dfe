// One function of a synthetic program -> its body.
#pragma once

#include "synthetic_unit.h"

#include <string>

namespace nostall::synthetic {

/// Appends the body of `function` to the unit's facts. `modules`: how many the program has.
void writeBody(UnitTables& tables, const Function& function, uint32_t modules);

} // namespace nostall::synthetic

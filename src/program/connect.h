// Calls -> edges.
#pragma once

#include "program/program.h"

namespace nostall {

/// Fills `edges`, `callees` and the calls of `statistics`; everything else must be there.
void connect(Program& program);

} // namespace nostall

// Calls -> edges.
#pragma once

#include "program/dispatch.h"
#include "program/program.h"

namespace nostall {

/// Fills `edges`, `callees` and the calls of `statistics`; everything else must be there.
void connect(Program& program, Dispatch::Constructed constructed);

} // namespace nostall

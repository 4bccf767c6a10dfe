// The facts of all units, with a line of progress on a terminal.
#pragma once

#include "cli/command_line.h"
#include "driver/inputs.h"

namespace nostall {

/// As takeAllUnits; what is said about a cache that cannot be written goes to standard error.
CachedUnits takeUnitsShown(const CheckOptions& options, const Inputs& inputs, const PathPrinter& paths);

} // namespace nostall

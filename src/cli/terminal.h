#pragma once

#include "cli/command_line.h"

namespace nostall {

/// Whether standard output gets colours. "Auto" respects NO_COLOR and dumb terminals.
bool wantsColor(ColorMode mode);

} // namespace nostall

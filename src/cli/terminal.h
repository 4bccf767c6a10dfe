#pragma once

#include "cli/command_line.h"

#include <cstddef>
#include <optional>

namespace nostall {

/// Whether standard output gets colours. "Auto" respects NO_COLOR and dumb terminals.
bool wantsColor(ColorMode mode);

/// Columns of the terminal that standard output is, or what COLUMNS says; nothing when neither is known.
std::optional<size_t> terminalColumns();

} // namespace nostall

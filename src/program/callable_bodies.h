// Which bodies have anything to do with callables that are stored: most have not.
#pragma once

#include "program/program.h"

#include <vector>

namespace nostall {

/// Sorted. `holds` is typesOfCallables. All others call functions by their names, and pass nothing that is
/// called later.
std::vector<BodyId> bodiesWithCallables(const Program& program, const std::vector<char>& holds);

} // namespace nostall

#pragma once

#include "model/facts.h"

#include <vector>

namespace nostall {

/// Sorts by path and link target; units with both in common (two commands for one file) by their content, so
/// that the order they came in is forgotten.
void sortUnits(std::vector<UnitFacts>& units);

} // namespace nostall

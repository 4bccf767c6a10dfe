// Facts as text that is equal exactly when they say the same, whatever their ids are.
#pragma once

#include "model/facts.h"

#include <string>
#include <vector>

namespace nostall {

/// One line for each file of the project, type, function, body and comment, sorted.
std::vector<std::string> canonicalFacts(const UnitFacts& facts);

} // namespace nostall

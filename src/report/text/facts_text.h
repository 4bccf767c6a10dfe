// A unit's facts, readable: for those who work on nostall.
#pragma once

#include "model/facts.h"

#include <string>

namespace nostall {

/// One paragraph for each body: its blocks, and a line for each event.
std::string factsText(const UnitFacts& facts);

} // namespace nostall

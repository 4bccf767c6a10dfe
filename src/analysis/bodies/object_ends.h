// Which destructions end an object, and which only clear away what was moved from.
#pragma once

#include "program/program.h"

#include <vector>

namespace nostall {

class Matcher;

/// Of one body, in order: the Destroy events of locals, parameters and temporaries whose value was moved,
/// returned or handed to a call before, so that their destructors have nothing left to do.
std::vector<EventId> emptyEnds(const Body& body, const Symbols& symbols);

/// The end of a smart pointer ends what it points to only when nobody else can hold that: of a temporary when
/// it was made there, and not returned by a function; of a shared one in a variable when it was made there
/// too and given to nobody.
bool endsPointee(const Body& body, const Event& end, const Symbols& symbols, const Matcher& matcher);

} // namespace nostall

// Which destructions end an object, and which only clear away what was moved from.
#pragma once

#include "program/program.h"

#include <vector>

namespace nostall {

class Matcher;

/// Of one body, by event: the Destroy event is that of a local, parameter or temporary whose value was
/// moved, returned or handed to a call before, so that its destructor has nothing left to do.
std::vector<bool> emptyEnds(const Body& body, const Symbols& symbols);

/// The end of a temporary smart pointer ends what it points to only when the pointer was made there: what a
/// function returned, or a copy, others may still hold.
bool endsPointee(const Body& body, const Event& end, const Matcher& matcher);

} // namespace nostall

// Functions that a loop calls by itself: callables that are handed to it, and overriders of its methods.
#pragma once

#include "analysis/bodies/outlines.h"
#include "catalog/matcher.h"
#include "program/program.h"

#include <vector>

namespace nostall {

/// How a function comes to be called by a loop.
struct LoopCall {
  const Entry* entry = nullptr; ///< none: no loop calls it
  FunctionId through = no_id;   ///< what takes the callable; none for overriders
  bool handed_over = false;     ///< as a callable; code that calls it plainly runs it too
  BodyId body = no_id;          ///< where it is handed over; none for overriders
  EventId event = no_id;
};

/// By NodeId. A callable that is given to a pool, or to a call that works for one, is none. Of several
/// uses the first in the order of the bodies counts.
std::vector<LoopCall> findLoopCalls(const Program& program, const Matcher& matcher, const Outlines& outlines);

} // namespace nostall

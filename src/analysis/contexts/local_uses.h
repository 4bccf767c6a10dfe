// What a body does with one of its locals.
#pragma once

#include "analysis/bodies/values.h"
#include "program/program.h"

#include <vector>

namespace nostall {

enum class UseKind : uint8_t {
  Ignored,  ///< (void)x, std::ignore = x
  Observed, ///< asked for its state: x.valid(), x.done()
  Awaited,
  Used, ///< in any other way
};

struct LocalUse {
  EventId event = 0;
  UseKind kind = UseKind::Used;
};

/// In the order of the events. Ends of the local are no uses, nor is what initialises it.
std::vector<LocalUse> usesOfLocal(const Program& program, const Body& body, PathId local);

} // namespace nostall

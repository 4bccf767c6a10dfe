// A program that nobody wrote, as the facts of its units: what scale is measured with.
#pragma once

#include "model/facts.h"

#include <cstdint>
#include <string>

namespace nostall {

/// A program of the shape that server code has: modules of sixteen units and a header, classes with
/// constructors, destructors and methods, interfaces with a few overriders, coroutines that await each
/// other, tasks that are started and left alone, lambdas that are handed to algorithms, loops and threads,
/// guards of mutexes, loops, recursion, and calls of external functions that every unit declares anew. Each
/// function has about five calls; a seventh of the plain functions reach a blocking call, and a few
/// coroutines call those. The same size gives the same facts.
class SyntheticProgram {
public:
  /// Of about so many functions with a body, each counted once.
  explicit SyntheticProgram(uint32_t functions);

  uint32_t unitCount() const;
  std::string unitPath(uint32_t unit) const;
  /// Makes the facts anew each time; nothing is kept.
  UnitFacts unit(uint32_t unit) const;

private:
  uint32_t modules_;
};

} // namespace nostall

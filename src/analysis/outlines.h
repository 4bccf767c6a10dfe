// What each body holds, so that passes leave out the many that have nothing for them.
#pragma once

#include "catalog/matcher.h"
#include "program/program.h"

#include <cstdint>
#include <utility>
#include <vector>

namespace nostall {

enum class Holds : uint8_t {
  Awaits = 1,       ///< a suspension of kind Await
  Ends = 2,         ///< the end of an object
  Callables = 4,    ///< an argument or object that is called when it is called
  Blocks = 8,       ///< a call of which `blocks:` of the catalog may speak, or that its `match:` found
  Modes = 16,       ///< one of which `modes:` may
  TypeEffects = 32, ///< one of which `constructs:`, `destroys:` or `copies:` may
  Switches = 64     ///< one of which `switches:` may
};

class Outlines {
public:
  Outlines() = default;
  /// Reads every event once.
  Outlines(const Program& program, const Matcher& matcher);

  bool has(BodyId body, Holds what) const { return (bodies_[body] & static_cast<uint8_t>(what)) != 0; }

  /// The event is the end of an object that has nothing left to do: see emptyEnds.
  bool isEmptyEnd(BodyId body, EventId event) const;
  /// All such events, sorted.
  const std::vector<std::pair<BodyId, EventId>>& emptyEndsOfAll() const { return empty_ends_; }

private:
  std::vector<uint8_t> bodies_; // by BodyId: a bit for each thing it holds
  std::vector<std::pair<BodyId, EventId>> empty_ends_;
};

} // namespace nostall

// What each body holds, so that passes leave out the many that have nothing for them.
#pragma once

#include "catalog/matcher.h"
#include "program/program.h"

#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace nostall {

enum class Holds : uint16_t {
  Awaits = 1 << 0,      ///< a suspension of kind Await
  Yields = 1 << 1,      ///< one of kind Yield
  Ends = 1 << 2,        ///< the end of an object
  Loops = 1 << 3,       ///< a way back in the body
  Callables = 1 << 4,   ///< an argument or object that is called when it is called
  Blocks = 1 << 5,      ///< a call of which `blocks:` of the catalog may speak, or that its `match:` found
  Modes = 1 << 6,       ///< one of which `modes:` may
  TypeEffects = 1 << 7, ///< one of which `constructs:`, `destroys:` or `copies:` may
  Switches = 1 << 8,    ///< one of which `switches:` may
  Tasks = 1 << 9,       ///< a call that may return a task or what has one, or of which `detaches:` may speak
  Locks = 1 << 10,      ///< what may be a mutex or a guard, or a call of which `lock_calls:` may speak
  Moves = 1 << 11,      ///< one of which `moves:` may
};

class Outlines {
public:
  Outlines() = default;
  /// Reads every event once.
  Outlines(const Program& program, const Matcher& matcher);

  bool has(BodyId body, Holds what) const { return (bodies_[body] & static_cast<uint16_t>(what)) != 0; }

  /// The event is the end of an object that has nothing left to do: see emptyEnds.
  bool isEmptyEnd(BodyId body, EventId event) const;
  /// All such events, sorted.
  const std::vector<std::pair<BodyId, EventId>>& emptyEndsOfAll() const { return empty_ends_; }

  /// Functions with a body in the program that the body calls, one for each call.
  std::span<const FunctionId> calls(BodyId body) const {
    return std::span(calls_).subspan(first_call_[body], first_call_[body + 1] - first_call_[body]);
  }

private:
  std::vector<uint16_t> bodies_; // by BodyId: a bit for each thing it holds
  std::vector<std::pair<BodyId, EventId>> empty_ends_;
  std::vector<uint32_t> first_call_; // by BodyId, into calls_
  std::vector<FunctionId> calls_;
};

} // namespace nostall

// Where a coroutine runs at each point of its body, as far as its own `co_await pool.schedule()` say.
#pragma once

#include "analysis/bodies/outlines.h"
#include "catalog/matcher.h"
#include "program/program.h"

#include <map>
#include <vector>

namespace nostall {

/// Places, to be joined into sets: paths through a body may meet.
inline constexpr uint8_t where_started = 1;        ///< where the coroutine was started or is awaited
inline constexpr uint8_t on_loop = 2;              ///< it switched to a loop
inline constexpr uint8_t elsewhere = 4;            ///< it switched to other threads and stays there
inline constexpr uint8_t elsewhere_until_next = 8; ///< the next operation takes it back, as asio's does

class Switches {
public:
  Switches(const Program& program, const Matcher& matcher, const Outlines& outlines);

  /// Before the event: a set of places.
  uint8_t at(BodyId body, EventId event) const {
    const auto found = states_.find(body);
    return found == states_.end() ? where_started : found->second[event];
  }
  bool has(BodyId body) const { return states_.contains(body); }
  const std::map<BodyId, std::vector<uint8_t>>& bodies() const { return states_; }

private:
  std::map<BodyId, std::vector<uint8_t>> states_; // of bodies with switches, by EventId
};

} // namespace nostall

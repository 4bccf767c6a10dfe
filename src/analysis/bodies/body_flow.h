// Which events of a body may run after others.
#pragma once

#include "model/facts.h"

#include <optional>
#include <vector>

namespace nostall {

/// The block that holds the event.
std::optional<BlockId> blockOf(const Body& body, EventId event);

enum class Edges : uint8_t { Normal, AlsoHandlers };

/// By BlockId: can be reached from `start` over one or more edges.
std::vector<char> reachableFrom(const Body& body, BlockId start, Edges edges = Edges::Normal);

/// By EventId: may run after `event`; the event itself only in a loop.
std::vector<char> eventsAfter(const Body& body, EventId event);

} // namespace nostall

#include "analysis/outlines.h"

#include "analysis/object_ends.h"

#include <algorithm>

namespace nostall {
namespace {

constexpr uint8_t bit(bool is_set, Holds what) {
  return is_set ? static_cast<uint8_t>(what) : uint8_t{0};
}

bool holdsCallables(const Event& event) {
  return !event.object->callables.empty() ||
         std::any_of(event.arguments.begin(), event.arguments.end(),
                     [](const Value& argument) { return !argument.callables.empty(); });
}

uint8_t outlineOf(const Event& event, const Matcher& matcher) {
  const bool awaits = event.kind == EventKind::Suspend && event.suspend == SuspendKind::Await;
  const Mentions mentions = matcher.mentions(event);
  return bit(awaits, Holds::Awaits) | bit(event.kind == EventKind::Destroy, Holds::Ends) |
         bit(holdsCallables(event), Holds::Callables) | bit(mentions.blocks, Holds::Blocks) |
         bit(mentions.modes, Holds::Modes) | bit(mentions.type_effects, Holds::TypeEffects) |
         bit(mentions.switches, Holds::Switches);
}

} // namespace

Outlines::Outlines(const Program& program, const Matcher& matcher) : bodies_(program.bodies.size(), 0) {
  for (BodyId id = 0; id < bodies_.size(); ++id) {
    const Body& body = program.bodies[id].body;
    bodies_[id] = bit(!body.matches.empty(), Holds::Blocks);
    for (const Event& event : body.events) {
      bodies_[id] |= outlineOf(event, matcher);
    }
    if (!has(id, Holds::Ends)) { continue; }
    for (const EventId end : emptyEnds(body, program.symbols)) {
      empty_ends_.emplace_back(id, end);
    }
  }
}

bool Outlines::isEmptyEnd(BodyId body, EventId event) const {
  return std::binary_search(empty_ends_.begin(), empty_ends_.end(), std::pair(body, event));
}

} // namespace nostall

#include "analysis/object_ends.h"

#include "catalog/matcher.h"

#include <algorithm>
#include <set>

namespace nostall {

namespace {

/// What the events of a body hand on.
struct HandedOn {
  std::set<EventId> results;
  std::set<PathId> variables;
};

void noteArguments(const Event& event, HandedOn& handed) {
  for (const Value& argument : event.arguments) {
    if (argument.from != no_id) { handed.results.insert(argument.from); }
    const bool gives_away = argument.moved || event.kind == EventKind::Return;
    if (gives_away && argument.path != 0) { handed.variables.insert(argument.path); }
  }
}

HandedOn handedOn(const Body& body) {
  HandedOn handed;
  for (const Event& event : body.events) {
    noteArguments(event, handed);
  }
  return handed;
}

bool isEmptyEnd(const Event& end, const Body& body, const HandedOn& handed, const Symbols& symbols) {
  if (end.object->path != 0) { return handed.variables.count(end.object->path) != 0; }
  if (end.object->from == no_id) {
    // Closures come from no event; what they are handed to keeps a copy of its own.
    return end.type != no_id && symbols.types[end.type].is_lambda;
  }
  // What initialises a member is no temporary, although Clang's CFG ends it as one.
  return handed.results.count(end.object->from) != 0 || body.events[end.object->from].target != 0;
}

} // namespace

std::vector<bool> emptyEnds(const Body& body, const Symbols& symbols) {
  std::vector<bool> empty(body.events.size(), false);
  // Most bodies end nothing, and what they hand on need not be collected.
  const bool ends_something = std::any_of(body.events.begin(), body.events.end(), [](const Event& event) {
    return event.kind == EventKind::Destroy;
  });
  if (!ends_something) { return empty; }
  const HandedOn handed = handedOn(body);
  for (EventId id = 0; id < body.events.size(); ++id) {
    const Event& event = body.events[id];
    empty[id] = event.kind == EventKind::Destroy && isEmptyEnd(event, body, handed, symbols);
  }
  return empty;
}

bool endsPointee(const Body& body, const Event& end, const Matcher& matcher) {
  const bool temporary = end.kind == EventKind::Destroy && end.object->path == 0;
  if (!temporary || end.object->from == no_id) { return true; }
  const Event& made_by = body.events[end.object->from];
  return matcher.constructs(made_by) != nullptr;
}

} // namespace nostall

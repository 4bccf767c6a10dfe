#include "analysis/object_ends.h"

#include "catalog/matcher.h"

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

} // namespace

std::vector<bool> emptyEnds(const Body& body) {
  std::vector<bool> empty(body.events.size(), false);
  const HandedOn handed = handedOn(body);
  for (EventId id = 0; id < body.events.size(); ++id) {
    const Event& event = body.events[id];
    if (event.kind != EventKind::Destroy) { continue; }
    const bool temporary = event.object.path == 0 && event.object.from != no_id;
    empty[id] = temporary ? handed.results.count(event.object.from) != 0
                          : handed.variables.count(event.object.path) != 0;
  }
  return empty;
}

bool endsPointee(const Body& body, const Event& end, const Matcher& matcher) {
  const bool temporary = end.kind == EventKind::Destroy && end.object.path == 0;
  if (!temporary || end.object.from == no_id) { return true; }
  const Event& made_by = body.events[end.object.from];
  return matcher.constructs(made_by) != nullptr;
}

} // namespace nostall

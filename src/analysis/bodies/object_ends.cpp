#include "analysis/bodies/object_ends.h"

#include "analysis/bodies/values.h"
#include "catalog/matcher.h"

#include <algorithm>

namespace nostall {

namespace {

/// What the events of a body hand on, sorted.
struct HandedOn {
  std::vector<EventId> results;
  std::vector<PathId> variables;
};

/// `return local;` moves it, through a constructor when the compiler cannot spare that.
PathId returnedVariable(const Event& event, const Body& body, const Symbols& symbols) {
  if (event.kind != EventKind::Return || event.arguments.empty()) { return 0; }
  const EventId from = event.arguments[0].from;
  const Value* moved = from == no_id ? nullptr : copiedValue(symbols, body.events[from]);
  return moved == nullptr ? PathId{0} : moved->path;
}

void noteArguments(const Event& event, HandedOn& handed) {
  for (const Value& argument : event.arguments) {
    if (argument.from != no_id) { handed.results.push_back(argument.from); }
    const bool gives_away = argument.moved || event.kind == EventKind::Return;
    if (gives_away && argument.path != 0) { handed.variables.push_back(argument.path); }
  }
}

HandedOn handedOn(const Body& body, const Symbols& symbols) {
  HandedOn handed;
  for (const Event& event : body.events) {
    noteArguments(event, handed);
    if (const PathId variable = returnedVariable(event, body, symbols); variable != 0) {
      handed.variables.push_back(variable);
    }
  }
  std::sort(handed.results.begin(), handed.results.end());
  std::sort(handed.variables.begin(), handed.variables.end());
  return handed;
}

bool holds(const std::vector<uint32_t>& sorted, uint32_t id) {
  return std::binary_search(sorted.begin(), sorted.end(), id);
}

bool isEmptyEnd(const Event& end, const Body& body, const HandedOn& handed, const Symbols& symbols) {
  if (end.object->path != 0) { return holds(handed.variables, end.object->path); }
  if (end.object->from == no_id) {
    // Closures come from no event; what they are handed to keeps a copy of its own.
    return end.type != no_id && symbols.types[end.type].is_lambda;
  }
  // What initialises a member is no temporary, although Clang's CFG ends it as one.
  return holds(handed.results, end.object->from) || body.events[end.object->from].target != 0;
}

} // namespace

std::vector<EventId> emptyEnds(const Body& body, const Symbols& symbols) {
  const HandedOn handed = handedOn(body, symbols);
  std::vector<EventId> empty;
  for (EventId id = 0; id < body.events.size(); ++id) {
    const Event& event = body.events[id];
    const bool is_end = event.kind == EventKind::Destroy;
    if (is_end && isEmptyEnd(event, body, handed, symbols)) { empty.push_back(id); }
  }
  return empty;
}

/// The variable's value goes on to others, who may keep a copy.
static bool isGivenAway(const Body& body, const Symbols& symbols, PathId variable) {
  const auto is = [&](const Value& value) { return value.path == variable; };
  return std::any_of(body.events.begin(), body.events.end(), [&](const Event& event) {
    if (std::any_of(event.arguments.begin(), event.arguments.end(), is)) { return true; }
    return std::any_of(event.arguments.begin(), event.arguments.end(), [&](const Value& value) {
      return std::any_of(value.callables.begin(), value.callables.end(), [&](FunctionId callable) {
        const auto& captures = symbols.functions[callable].captures;
        return std::any_of(captures.begin(), captures.end(), [&](const Capture& capture) {
          return capture.path == variable && !capture.by_reference;
        });
      });
    });
  });
}

bool endsPointee(const Body& body, const Event& end, const Symbols& symbols, const Matcher& matcher) {
  if (end.kind != EventKind::Destroy) { return true; }
  const PathId variable = end.object->path;
  if (variable == 0) {
    return end.object->from == no_id || matcher.constructs(body.events[end.object->from]) != nullptr;
  }
  const TypeEffectEntry* entry = matcher.destroys(end);
  if (entry == nullptr || !entry->shared) { return true; }
  const std::string& path = symbols.text(variable);
  if (path.starts_with("param:")) { return false; }
  if (!path.starts_with("local:")) { return true; }
  const auto made = std::find_if(body.events.begin(), body.events.end(),
                                 [&](const Event& event) { return event.target == variable; });
  return made != body.events.end() && matcher.constructs(*made) != nullptr &&
         !isGivenAway(body, symbols, variable);
}

} // namespace nostall

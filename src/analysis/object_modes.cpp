#include "analysis/object_modes.h"

#include <string_view>
#include <utility>

namespace nostall {

/// The function that a lambda stands in, however deep; itself when it is none.
static FunctionId outermost(const Symbols& symbols, FunctionId function) {
  for (size_t steps = 0; steps < symbols.functions.size(); ++steps) {
    const FunctionId enclosing = symbols.functions[function].enclosing;
    if (enclosing == no_id) { break; }
    function = enclosing;
  }
  return function;
}

ObjectModes::ObjectModes(const Program& program, const Matcher& matcher) : program_(program) {
  for (BodyId body = 0; body < program.bodies.size(); ++body) {
    addBody(body, matcher);
  }
}

void ObjectModes::addBody(BodyId id, const Matcher& matcher) {
  const Body& body = program_.bodies[id].body;
  std::vector<ModeChange> changes;
  for (EventId at = 0; at < body.events.size(); ++at) {
    const Event& event = body.events[at];
    const ModeEntry* entry = matcher.changesMode(event);
    if (entry == nullptr) { continue; }
    using Of = ModeEntry::Of;
    const bool of_result = entry->of == Of::Result || event.kind == EventKind::Construct;
    PathId path = event.target;
    if (entry->of == Of::Argument) {
      path = entry->argument < event.arguments.size() ? pathOf(id, event.arguments[entry->argument]) : 0;
    } else if (!of_result) {
      path = pathOf(id, *event.object);
    } else {
      results_.emplace(std::pair(id, at), entry->mode);
    }
    if (path == 0) { continue; }
    changes.push_back({at, path, entry->mode, of_result && entry->of != Of::Argument});
    if (entry->mode == Mode::Ready) { continue; }
    if (const std::optional<Place> place = placeOf(id, path)) {
      Seen& seen = places_[*place];
      (entry->mode == Mode::Nonblocking ? seen.nonblocking : seen.blocking) = true;
    }
  }
  if (!changes.empty()) { flows_.try_emplace(id, body, program_.symbols, changes); }
}

std::optional<ObjectModes::Place> ObjectModes::placeOf(BodyId body, PathId path) const {
  const FunctionId function = outermost(program_.symbols, program_.bodies[body].body.function);
  const std::string_view text = program_.symbols.text(path);
  // A lambda's parameter can have the name of one of the function around it.
  if (text.starts_with("local:") || text.starts_with("static:")) { return Place{'f', function, path}; }
  const TypeId owner = program_.symbols.functions[function].owner;
  if (text.starts_with("this.") && owner != no_id) { return Place{'t', owner, path}; }
  return std::nullopt;
}

/// The object's own path, or that of the object it is a handle of: recv(socket.native_handle(), ...).
PathId ObjectModes::pathOf(BodyId body, const Value& object) const {
  if (object.path != 0 || object.from == no_id) { return object.path; }
  const Event& made = program_.bodies[body].body.events[object.from];
  const bool is_record = made.type != no_id && program_.symbols.types[made.type].kind == TypeKind::Record;
  const bool handle = made.kind == EventKind::Call && made.arguments.empty() && !is_record;
  return handle ? made.object->path : 0;
}

/// The object is the result of a call that makes it so: read(accept4(..., SOCK_NONBLOCK), ...).
bool ObjectModes::comesNonblocking(BodyId body, const Value& object) const {
  const auto made = results_.find({body, object.from});
  return made != results_.end() && made->second == Mode::Nonblocking;
}

bool ObjectModes::holds(BodyId body, EventId event, const Value& object, Mode mode) const {
  if (mode == Mode::Nonblocking && comesNonblocking(body, object)) { return true; }
  const PathId path = pathOf(body, object);
  if (path == 0) { return false; }
  const auto flow = flows_.find(body);
  if (flow != flows_.end()) {
    if (flow->second.holds(event, path, mode)) { return true; }
    if (flow->second.decides(path)) { return false; }
  }
  const std::optional<Place> place = mode == Mode::Nonblocking ? placeOf(body, path) : std::nullopt;
  const auto seen = place ? places_.find(*place) : places_.end();
  return seen != places_.end() && seen->second.nonblocking && !seen->second.blocking;
}

} // namespace nostall

#include "analysis/modes/object_modes.h"

#include "analysis/bodies/values.h"

#include <algorithm>
#include <string_view>

namespace nostall {
namespace {

constexpr std::string_view this_root = "this.";
constexpr std::string_view parameter_root = "param:";
constexpr std::string_view local_root = "local:";
/// A socket is made by a factory, given to a constructor, kept in a member, passed on to a helper: that far.
constexpr int deepest = 6;
/// Of helpers that half the program calls nothing is asked.
constexpr size_t most_givers = 64;

/// The function that a lambda stands in, however deep; itself when it is none.
FunctionId outermost(const Symbols& symbols, FunctionId function) {
  for (size_t steps = 0; steps < symbols.functions.size(); ++steps) {
    const FunctionId enclosing = symbols.functions[function].enclosing;
    if (enclosing == no_id) { break; }
    function = enclosing;
  }
  return function;
}

/// `member = value` of a class type.
bool isAssignment(const Symbols& symbols, const Event& event) {
  return event.kind == EventKind::Call && event.callee != no_id && event.arguments.size() == 1 &&
         symbols.functions[event.callee].copy_or_move;
}

/// "this.socket" of "this.socket.fd".
std::string_view firstPart(std::string_view path, size_t root) {
  return path.substr(0, path.find('.', root));
}

} // namespace

ObjectModes::ObjectModes(const Program& program, const Matcher& matcher, const Outlines& outlines)
    : program_(program), effects_(program, matcher, outlines) {
  for (const auto& [body, modes] : effects_.bodies()) {
    if (modes.events.empty()) { continue; }
    flows_.try_emplace(body, program.bodies[body].body, program.symbols, modes.events);
    for (const ModeChange& change : modes.events.changes) {
      if (change.mode != Mode::Ready) { noteSeen(body, change); }
    }
  }
}

void ObjectModes::noteSeen(BodyId body, const ModeChange& change) {
  const std::optional<Place> place = placeOf(body, change.path);
  if (!place || effects_.isEither(body, change)) { return; }
  std::vector<Seen>& there = places_[*place];
  auto seen =
      std::find_if(there.begin(), there.end(), [&](const Seen& one) { return one.path == change.path; });
  if (seen == there.end()) { seen = there.insert(there.end(), {.path = change.path}); }
  (change.mode == Mode::Nonblocking ? seen->nonblocking : seen->blocking) = true;
  const FunctionFacts& function = program_.symbols.functions[program_.bodies[body].body.function];
  seen->by_constructor |= change.mode == Mode::Nonblocking && function.kind == FunctionKind::Constructor;
}

/// The class of `owner` and its bases that has the member.
TypeId ObjectModes::declaringClass(TypeId owner, std::string_view member) const {
  const TypeFacts& type = program_.symbols.types[owner];
  const bool own = std::any_of(type.members.begin(), type.members.end(), [&](const MemberFacts& facts) {
    return program_.symbols.text(facts.name) == member;
  });
  if (own) { return owner; }
  for (const TypeId base : type.bases) {
    const TypeId found = declaringClass(base, member);
    if (found != no_id) { return found; }
  }
  return no_id;
}

std::optional<ObjectModes::Place> ObjectModes::placeOf(BodyId body, PathId path) const {
  const FunctionId function = outermost(program_.symbols, program_.bodies[body].body.function);
  const std::string_view text = program_.symbols.text(path);
  // A lambda's parameter can have the name of one of the function around it.
  if (text.starts_with(local_root)) { return Place{'f', function}; }
  const TypeId owner = program_.symbols.functions[function].owner;
  if (!text.starts_with(this_root) || owner == no_id) { return std::nullopt; }
  const TypeId declaring = declaringClass(owner, firstPart(text, this_root.size()).substr(this_root.size()));
  return Place{'t', declaring != no_id ? declaring : owner};
}

/// Who calls what.
void ObjectModes::collectCalls() const {
  if (!calls_.empty()) { return; }
  for (EdgeId id = 0; id < program_.edges.size(); ++id) {
    const Edge& edge = program_.edges[id];
    if (edge.count == 1) { calls_.emplace_back(edge.first, id); }
  }
  std::sort(calls_.begin(), calls_.end());
}

/// Who writes the members of the classes.
void ObjectModes::collectGiven() const {
  if (has_given_) { return; }
  has_given_ = true;
  for (BodyId id = 0; id < program_.bodies.size(); ++id) {
    const PackedVector<Event>& events = program_.bodies[id].body.events;
    for (EventId at = 0; at < events.size(); ++at) {
      const Event& event = events[at];
      const bool writes = event.kind == EventKind::Write || isAssignment(program_.symbols, event);
      const PathId written = writes ? event.object->path : event.target;
      const std::string_view text = program_.symbols.text(written);
      if (!text.starts_with(this_root) || text.find('.', this_root.size()) != std::string_view::npos) {
        continue;
      }
      const std::optional<Place> place = placeOf(id, written);
      if (place) { given_[{place->second, text}].push_back({id, at}); }
    }
  }
}

std::vector<ObjectModes::Given> ObjectModes::callsOf(NodeId function) const {
  collectCalls();
  std::vector<Given> calls;
  for (auto at = std::lower_bound(calls_.begin(), calls_.end(), std::pair(function, EdgeId{0}));
       at != calls_.end() && at->first == function; ++at) {
    const Edge& edge = program_.edges[at->second];
    calls.push_back({edge.body, edge.event});
  }
  return calls;
}

bool ObjectModes::holds(BodyId body, EventId event, const Value& object, Mode mode) const {
  if (mode == Mode::Nonblocking) { return isNonblocking(body, event, object, 0); }
  return isTold(body, event, object, mode, 0);
}

/// The body says so of the object, or of what it is an element of; of what is ready, its callers may too.
bool ObjectModes::isTold(BodyId id, EventId event, const Value& object, Mode mode, int depth) const {
  const Body& body = program_.bodies[id].body;
  const auto modes = effects_.bodies().find(id);
  const auto flow = flows_.find(id);
  if (modes != effects_.bodies().end()) {
    const auto made = modes->second.results.find(object.from);
    if (made != modes->second.results.end() && made->second == mode) { return true; }
  }
  const auto holds = [&](PathId path) {
    return path != 0 && flow != flows_.end() && flow->second.holds(event, path, mode);
  };
  if (holds(handlePath(program_, body, object))) { return true; }
  if (mode != Mode::Ready || depth > deepest) { return false; }
  const PathId whole = wholeOf(program_.symbols, body, object);
  if (whole != object.path && holds(whole)) { return true; }
  const std::string_view text = program_.symbols.text(whole);
  const bool passed = text.starts_with(parameter_root) && text.find('.') == std::string_view::npos;
  return passed && isPassed(id, text.substr(parameter_root.size()), mode, depth + 1);
}

bool ObjectModes::isNonblocking(BodyId body, EventId event, const Value& object, int depth) const {
  if (depth > deepest) { return false; }
  const auto modes = effects_.bodies().find(body);
  if (modes != effects_.bodies().end()) {
    const auto made = modes->second.results.find(object.from);
    if (made != modes->second.results.end()) { return made->second == Mode::Nonblocking; }
  }
  const PathId path = handlePath(program_, program_.bodies[body].body, object);
  if (path != 0 && isNonblockingPath(body, event, path, depth)) { return true; }
  return object.path == 0 && object.from != no_id && isReturnedNonblocking(body, object.from, depth);
}

/// What code of the class, or of the function, does to the path and to what it is a part of.
ObjectModes::Seen ObjectModes::seenOf(BodyId body, PathId path) const {
  const std::optional<Place> place = placeOf(body, path);
  const auto there = place ? places_.find(*place) : places_.end();
  Seen all;
  if (there == places_.end()) { return all; }
  for (const Seen& seen : there->second) {
    if (!isWithin(program_.symbols.text(path), program_.symbols.text(seen.path))) { continue; }
    all.nonblocking |= seen.nonblocking;
    all.blocking |= seen.blocking;
    all.by_constructor |= seen.by_constructor;
  }
  return all;
}

/// The member is non-blocking in every object of the class.
bool ObjectModes::isNonblockingByConstruction(BodyId body, PathId path, int depth) const {
  const Seen seen = seenOf(body, path);
  return (seen.by_constructor && !seen.blocking) || isGivenNonblocking(body, path, depth + 1);
}

bool ObjectModes::isNonblockingPath(BodyId body, EventId event, PathId path, int depth) const {
  const auto flow = flows_.find(body);
  if (flow != flows_.end()) {
    if (flow->second.holds(event, path, Mode::Nonblocking)) { return true; }
    if (flow->second.decides(path)) { return false; }
  }
  const Seen seen = seenOf(body, path);
  if (seen.nonblocking || seen.blocking) { return !seen.blocking; }
  const std::string_view text = program_.symbols.text(path);
  if (text.starts_with(this_root)) { return isGivenNonblocking(body, path, depth + 1); }
  if (text.starts_with(local_root)) { return isLocalNonblocking(body, path, depth + 1); }
  if (!text.starts_with(parameter_root)) { return false; }
  return isPassed(body, firstPart(text, 0).substr(parameter_root.size()), Mode::Nonblocking, depth + 1);
}

/// All that the member is given is non-blocking.
bool ObjectModes::isGivenNonblocking(BodyId id, PathId path, int depth) const {
  const std::optional<Place> place = placeOf(id, path);
  if (!place || depth > deepest) { return false; }
  collectGiven();
  const std::string_view member = firstPart(program_.symbols.text(path), this_root.size());
  const auto given = given_.find({place->second, member});
  if (given == given_.end() || given->second.size() > most_givers) { return false; }
  bool any = false;
  for (const auto& [body, at] : given->second) {
    const Event& event = program_.bodies[body].body.events[at];
    Value value;
    value.from = at;
    const bool is_value = event.kind == EventKind::Write || isAssignment(program_.symbols, event);
    if (is_value && !event.arguments.empty()) { value = event.arguments[0]; }
    // `fd_ = -1`, `std::future<void> work_;`: none yet
    const bool is_empty = event.kind == EventKind::Construct && event.arguments.empty();
    if (value.constant != ConstantKind::None || is_empty) { continue; }
    if (!isNonblocking(body, at, value, depth)) { return false; }
    any = true;
  }
  return any;
}

/// All callers pass what is in the mode.
bool ObjectModes::isPassed(BodyId id, std::string_view parameter, Mode mode, int depth) const {
  if (depth > deepest) { return false; }
  const LinkedBody& body = program_.bodies[id];
  const FunctionFacts& function = program_.symbols.functions[body.body.function];
  const auto name = std::find_if(function.parameter_names.begin(), function.parameter_names.end(),
                                 [&](StringId one) { return program_.symbols.text(one) == parameter; });
  if (name == function.parameter_names.end()) { return false; }
  const auto index = static_cast<size_t>(name - function.parameter_names.begin());
  const std::vector<Given> calls = callsOf(body.node);
  if (calls.empty() || calls.size() > most_givers) { return false; }
  return std::all_of(calls.begin(), calls.end(), [&](const Given& call) {
    const Event& event = program_.bodies[call.body].body.events[call.event];
    if (index >= event.arguments.size()) { return false; }
    const Value& passed = event.arguments[index];
    if (mode == Mode::Nonblocking) { return isNonblocking(call.body, call.event, passed, depth); }
    const Body& caller = program_.bodies[call.body].body;
    return isTold(call.body, call.event, behindCopy(program_.symbols, caller, passed), mode, depth);
  });
}

/// What it was initialised by is.
bool ObjectModes::isLocalNonblocking(BodyId id, PathId path, int depth) const {
  const PackedVector<Event>& events = program_.bodies[id].body.events;
  bool any = false;
  for (EventId at = 0; at < events.size(); ++at) {
    if (events[at].target != path) { continue; }
    Value made;
    made.from = at;
    if (!isNonblocking(id, at, made, depth)) { return false; }
    any = true;
  }
  return any;
}

/// `int Socket::handle() const { return fd_; }`, and copies.
bool ObjectModes::isReturnedNonblocking(BodyId id, EventId call, int depth) const {
  if (depth > deepest) { return false; }
  const LinkedBody& body = program_.bodies[id];
  const Event& event = body.body.events[call];
  if (event.callee == no_id) { return false; }
  if (const Value* copied = copiedValue(program_.symbols, event)) {
    return isNonblocking(id, call, *copied, depth + 1);
  }
  const Resolution callee = resolve(program_, event.callee, body.targets);
  if (callee.nodes.size() != 1) { return false; }
  const Node& node = program_.nodes[callee.nodes[0]];
  bool any = false;
  for (BodyId own = node.first_body; own < node.first_body + node.body_count; ++own) {
    const PackedVector<Event>& events = program_.bodies[own].body.events;
    for (EventId at = 0; at < events.size(); ++at) {
      if (events[at].kind != EventKind::Return || events[at].arguments.empty()) { continue; }
      const Value& value = events[at].arguments[0];
      if (value.constant != ConstantKind::None) { continue; }
      const bool is_member = program_.symbols.text(value.path).starts_with(this_root);
      const bool holds = is_member ? isNonblockingByConstruction(own, value.path, depth + 1)
                                   : isNonblocking(own, at, value, depth + 1);
      if (!holds) { return false; }
      any = true;
    }
  }
  return any;
}

} // namespace nostall

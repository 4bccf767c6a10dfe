#include "analysis/tasks/referents.h"

#include "analysis/bodies/body_flow.h"
#include "analysis/bodies/values.h"
#include "analysis/contexts/task_types.h"

#include <algorithm>
#include <array>

namespace nostall {

static constexpr std::string_view this_path = "this";

static bool suspends(const Event& event) {
  return event.kind == EventKind::Suspend &&
         (event.suspend == SuspendKind::Await || event.suspend == SuspendKind::Yield);
}

static bool mentions(const Symbols& symbols, const Event& event, std::string_view path) {
  const auto is_it = [&](const Value& value) {
    const std::string_view text = symbols.text(value.path);
    return text.starts_with(path) && (text.size() == path.size() || text[path.size()] == '.');
  };
  return is_it(*event.object) || std::ranges::any_of(event.arguments, is_it);
}

/// By EventId: what may run when the coroutine has returned to its caller once.
static std::vector<char> laterEvents(const Body& body, bool lazy) {
  if (lazy) { return std::vector<char>(body.events.size(), 1); }
  std::vector<char> later(body.events.size(), 0);
  for (EventId id = 0; id < body.events.size(); ++id) {
    if (!suspends(body.events[id]) || later[id] != 0) { continue; }
    const std::vector<char> after = eventsAfter(body, id);
    for (EventId other = 0; other < after.size(); ++other) {
      later[other] |= after[other];
    }
  }
  return later;
}

/// It calls the lambda that it was given, which is a coroutine and uses its captures when the call has
/// returned.
bool Referents::goesOnWith(const Event& call, std::string_view path) const {
  const Symbols& symbols = program_.symbols;
  if (call.kind != EventKind::Call || call.callee == no_id || symbols.text(call.object->path) != path) {
    return false;
  }
  const FunctionFacts& callee = symbols.functions[call.callee];
  if (callee.kind != FunctionKind::Lambda || !callee.coroutine || callee.result == no_id) { return false; }
  const bool lazy = symbols.types[callee.result].start != Start::Eager;
  const Resolution meant = resolve(program_, call.callee, 0);
  return std::ranges::any_of(meant.nodes, [&](NodeId node) { return usesCapturesLater(node, lazy); });
}

bool Referents::usesLater(NodeId coroutine, std::string_view path, bool lazy) const {
  const Node& node = program_.nodes[coroutine];
  for (BodyId id = node.first_body; id < node.first_body + node.body_count; ++id) {
    const Body& body = program_.bodies[id].body;
    const std::vector<char> later = laterEvents(body, lazy);
    for (EventId event = 0; event < body.events.size(); ++event) {
      const Event& here = body.events[event];
      const bool counts = later[event] != 0 && here.kind != EventKind::Destroy;
      if (counts && mentions(program_.symbols, here, path)) { return true; }
      if (goesOnWith(here, path)) { return true; }
    }
  }
  return false;
}

bool Referents::usesParameterLater(NodeId coroutine, uint32_t parameter, bool lazy) const {
  const FunctionFacts& function = program_.symbols.functions[program_.nodes[coroutine].function];
  if (parameter >= function.parameters.size() || parameter >= function.parameter_names.size()) {
    return false;
  }
  const TypeId type = function.parameters[parameter];
  if (type == no_id || function.parameter_names[parameter] == 0) { return false; }
  const TypeKind kind = program_.symbols.types[type].kind;
  const bool refers = kind == TypeKind::Reference || kind == TypeKind::Pointer || matcher_.isView(type);
  const std::string path = "param:" + program_.symbols.text(function.parameter_names[parameter]);
  return refers && usesLater(coroutine, path, lazy);
}

bool Referents::usesThisLater(NodeId coroutine, bool lazy) const {
  return usesLater(coroutine, this_path, lazy);
}

bool Referents::usesCapturesLater(NodeId coroutine, bool lazy) const {
  const FunctionFacts& lambda = program_.symbols.functions[program_.nodes[coroutine].function];
  return std::ranges::any_of(lambda.captures, [&](const Capture& capture) {
    if (lazy) { return true; }
    const std::string& path = program_.symbols.text(capture.path);
    return !path.empty() && usesLater(coroutine, path, lazy);
  });
}

bool Referents::capturesThis(const FunctionFacts& lambda) const {
  return std::ranges::any_of(lambda.captures, [&](const Capture& capture) {
    return capture.by_reference && program_.symbols.text(capture.path) == this_path;
  });
}

bool Referents::isSharedPointer(TypeId type) const {
  static constexpr std::array<std::string_view, 6> pointers = {
      "std::shared_ptr", "boost::shared_ptr",      "boost::intrusive_ptr",
      "QSharedPointer",  "seastar::lw_shared_ptr", "seastar::shared_ptr"};
  const TypeId value = objectType(program_.symbols, type);
  if (value == no_id) { return false; }
  return std::ranges::find(pointers, program_.symbols.text(program_.symbols.types[value].name)) !=
         pointers.end();
}

static bool isObject(TypeKind kind) {
  return kind == TypeKind::Record || kind == TypeKind::Other || kind == TypeKind::Enum;
}

/// Numbers and arrays of them end without an event.
bool Referents::isOwnedNumber(const Body& body, const Value& value) const {
  const Symbols& symbols = program_.symbols;
  const std::string_view path = symbols.text(value.path);
  const bool local = path.starts_with("local:") && path.find('.') == std::string_view::npos;
  if (!local || value.reference || value.type == no_id) { return false; }
  const TypeKind kind = symbols.types[value.type].kind;
  const FunctionFacts& function = symbols.functions[body.function];
  const bool captured = std::ranges::any_of(
      function.captures, [&](const Capture& capture) { return capture.path == value.path; });
  return !captured && (kind == TypeKind::Other || kind == TypeKind::Enum);
}

std::optional<PathId> Referents::ownedBehind(const Body& body, const Value& value) const {
  return ownedBehind(body, value, 0);
}

std::optional<PathId> Referents::ownedBehind(const Body& body, const Value& value, unsigned depth) const {
  constexpr unsigned deep_enough = 8;
  if (isOwnedNumber(body, value) || isOwned(body, value.path, value.type)) { return value.path; }
  if (value.from == no_id || depth > deep_enough) { return std::nullopt; }
  const Symbols& symbols = program_.symbols;
  const Event& made = body.events[value.from];
  const bool is_pointer = made.type != no_id && symbols.types[made.type].kind == TypeKind::Pointer;
  if (made.type == no_id || (!is_pointer && !matcher_.isView(made.type))) { return std::nullopt; }
  if (made.kind == EventKind::Construct && !made.arguments.empty()) {
    return ownedBehind(body, made.arguments[0], depth + 1);
  }
  if (made.kind != EventKind::Call || made.callee == no_id) { return std::nullopt; }
  const FunctionFacts& callee = symbols.functions[made.callee];
  const std::string_view name = lastName(symbols.text(callee.name));
  const bool of_view = made.object->type != no_id && matcher_.isView(objectType(symbols, made.object->type));
  const bool shows = callee.kind == FunctionKind::Conversion || name == "c_str" || name == "data" || of_view;
  return shows && callee.external ? ownedBehind(body, *made.object, depth + 1) : std::nullopt;
}

bool Referents::isOwned(const Body& body, PathId path, TypeId type) const {
  const Symbols& symbols = program_.symbols;
  const std::string_view whole = symbols.text(path);
  const TypeId object = objectType(symbols, type);
  if (object == no_id) { return false; }
  const FunctionFacts& function = symbols.functions[body.function];
  for (uint32_t i = 0; i < function.parameters.size() && i < function.parameter_names.size(); ++i) {
    const bool named = whole == "param:" + symbols.text(function.parameter_names[i]);
    if (named) { return function.parameters[i] == object && isObject(symbols.types[object].kind); }
  }
  // What ends with the body is no reference to something else; and a smart pointer is not its object.
  return std::ranges::any_of(body.events, [&](const Event& event) {
    if (event.kind != EventKind::Destroy || !whole.starts_with("local:")) { return false; }
    if (event.object->path == path) { return event.type == object; }
    if (event.type == no_id || !liesIn(symbols, path, event.object->path)) { return false; }
    const std::string_view member = whole.substr(symbols.text(event.object->path).size() + 1);
    return std::ranges::any_of(symbols.types[event.type].members, [&](const MemberFacts& facts) {
      return symbols.text(facts.name) == member && facts.type == object;
    });
  });
}

/// The loop, or a thread that runs it, ends before the body does.
static bool runsLoopOrJoins(const Symbols& symbols, const Matcher& matcher, const Event& event) {
  const bool own_call = event.kind == EventKind::Call && event.callee != no_id && !event.implicit &&
                        !symbols.functions[event.callee].external;
  if (own_call) {
    // The project's own ways to wait are known by their names.
    const std::string_view name = lastName(symbols.text(symbols.functions[event.callee].name));
    const bool says_so = name.find("wait") != std::string_view::npos ||
                         name.find("Wait") != std::string_view::npos ||
                         name.find("join") != std::string_view::npos;
    if (says_so && !name.starts_with("async")) { return true; }
  }
  const std::vector<const BlockEntry*> entries = matcher.namedBlocks(event);
  return std::ranges::any_of(entries, [](const BlockEntry* entry) {
    return entry->rule == "nested-event-loop" || entry->rule == "blocking-wait";
  });
}

/// Where the task was sent: the first argument, or the object, that is a variable.
static PathId executorOf(const Event& start) {
  if (start.object->path != 0) { return start.object->path; }
  return start.arguments.empty() ? 0 : start.arguments[0].path;
}

Joins joinsAfter(const Program& program, const Matcher& matcher, const Body& body, EventId start) {
  const Symbols& symbols = program.symbols;
  if (symbols.text(symbols.functions[body.function].name) == "main") { return Joins::Yes; }
  const PathId executor = executorOf(body.events[start]);
  const std::vector<char> after = eventsAfter(body, start);
  Joins joins = Joins::No;
  for (EventId id = 0; id < body.events.size(); ++id) {
    const Event& event = body.events[id];
    // A loop that is a local ends before what was made before it, and its tasks with it.
    const bool own_loop = event.kind == EventKind::Destroy && executor != 0 && event.object->path == executor;
    if (own_loop) { return Joins::Yes; }
    if (after[id] == 0 || id == start) { continue; }
    const bool own_code = event.callee == no_id || !symbols.functions[event.callee].external;
    const bool hands_over = executor != 0 && symbols.text(executor) != this_path && own_code &&
                            event.kind == EventKind::Call && mentions(symbols, event, symbols.text(executor));
    if (hands_over || runsLoopOrJoins(symbols, matcher, event)) { return Joins::Yes; }
    if (suspends(event)) { joins = Joins::Perhaps; }
  }
  return joins;
}

} // namespace nostall

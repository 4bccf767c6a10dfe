#include "analysis/awaits/shared_state.h"

#include "analysis/bodies/flow.h"
#include "analysis/bodies/path_words.h"
#include "analysis/bodies/values.h"
#include "analysis/locks/lock_operations.h"

#include <algorithm>
#include <map>
#include <optional>
#include <string_view>

namespace nostall {
namespace {

bool isSuspension(const Event& event) {
  return event.kind == EventKind::Suspend &&
         (event.suspend == SuspendKind::Await || event.suspend == SuspendKind::Yield);
}

bool isThreadLocal(const Symbols& symbols, PathId path) {
  return path != 0 && symbols.text(path).starts_with("thread_local:");
}

/// What the facts of one path say at a point of the body.
struct PathState {
  EventId since = no_id;     ///< the read or write before
  EventId suspended = no_id; ///< the suspension after it; none yet
  PathId copied = 0;         ///< of a local: what it was initialised with
  bool refers = false;       ///< and is still the same object

  bool operator==(const PathState&) const = default;
};

/// By path; of several ways here the one with a suspension counts, then the first one.
struct Known {
  std::map<PathId, PathState> paths;

  bool join(const Known& other) {
    bool grew = false;
    for (const auto& [path, state] : other.paths) {
      const auto [known, is_new] = paths.emplace(path, state);
      const auto rank = [](const PathState& of) { return std::pair(of.suspended, of.since); };
      const bool better = !is_new && rank(state) < rank(known->second);
      if (better) { known->second = state; }
      grew |= is_new || better;
    }
    return grew;
  }
};

void suspendAll(Known& known, EventId suspension) {
  for (auto& [path, state] : known.paths) {
    if (state.suspended == no_id) { state.suspended = suspension; }
  }
}

/// A class object is written by its assignment: the event that names it is no read.
class Accesses {
public:
  Accesses(const Body& body, const Symbols& symbols);

  bool reads(EventId id) const { return body_.events[id].kind == EventKind::Read && written_[id] == 0; }
  bool writes(EventId id) const { return body_.events[id].kind == EventKind::Write || assigns(id); }
  PathId path(EventId id) const { return body_.events[id].object->path; }

private:
  bool assigns(EventId id) const {
    const Event& event = body_.events[id];
    if (event.kind != EventKind::Call || event.callee == no_id || event.object->path == 0) { return false; }
    return symbols_.text(symbols_.functions[event.callee].name).ends_with("::operator=");
  }

  const Body& body_;
  const Symbols& symbols_;
  std::vector<char> written_; // by event: a read that only names what is assigned to
};

Accesses::Accesses(const Body& body, const Symbols& symbols)
    : body_(body), symbols_(symbols), written_(body.events.size()) {
  for (EventId id = 0; id < body.events.size(); ++id) {
    if (!assigns(id)) { continue; }
    for (EventId before = id; before-- > 0;) {
      const Event& event = body.events[before];
      if (event.full_expression != body.events[id].full_expression) { break; }
      if (event.kind != EventKind::Read || event.object->path != path(id)) { continue; }
      written_[before] = 1;
      break;
    }
  }
}

// ---------------------------------------------------------------------------------------------------
// Thread locals

/// The body's relations with thread_locals.
class ThreadLocals {
public:
  ThreadLocals(const Program& program, const Body& body)
      : symbols_(program.symbols), body_(body), accesses_(body, program.symbols) {}

  struct Use {
    EventId event = 0;
    PathState before;
    PathId object = 0;
    const char* variant = "";
  };
  std::vector<Use> find() const;
  bool any() const {
    return std::any_of(body_.events.begin(), body_.events.end(),
                       [&](const Event& event) { return isThreadLocal(symbols_, event.object->path); });
  }

private:
  PathId sourceOf(const Event& event) const;
  void step(Known& known, EventId id) const;
  std::optional<Use> useAt(const Known& known, EventId id) const;
  std::optional<Use> writtenBefore(const Known& known, PathId path, EventId id) const;
  bool isReference(TypeId type) const {
    if (type == no_id) { return false; }
    const TypeKind kind = symbols_.types[type].kind;
    return kind == TypeKind::Reference || kind == TypeKind::Pointer;
  }

  const Symbols& symbols_;
  const Body& body_;
  Accesses accesses_;
};

/// What a local is initialised with.
PathId ThreadLocals::sourceOf(const Event& event) const {
  if (event.target == 0 || isThreadLocal(symbols_, event.target)) { return 0; }
  if (event.kind == EventKind::Read) { return event.object->path; }
  const Value* copied = copiedValue(symbols_, event);
  return copied == nullptr ? 0 : copied->path;
}

/// `paths` holds written thread_locals and locals that stand for one: references, pointers, copies.
void ThreadLocals::step(Known& known, EventId id) const {
  const Event& event = body_.events[id];
  if (isSuspension(event)) { return suspendAll(known, id); }
  const PathId path = event.object->path;
  if (isThreadLocal(symbols_, path) && accesses_.writes(id)) { known.paths[path] = {.since = id}; }
  const PathId source = sourceOf(event);
  if (!isThreadLocal(symbols_, source)) { return; }
  const bool refers = event.kind == EventKind::Read && isReference(event.type);
  known.paths[event.target] = {.since = id, .copied = source, .refers = refers};
}

/// A part of what was written.
std::optional<ThreadLocals::Use> ThreadLocals::writtenBefore(const Known& known, PathId path,
                                                             EventId id) const {
  for (const auto& [written, state] : known.paths) {
    const bool stale = state.suspended != no_id && isThreadLocal(symbols_, written);
    if (stale && isWithin(symbols_.text(path), symbols_.text(written))) {
      return Use{id, state, written, ""};
    }
  }
  return std::nullopt;
}

std::optional<ThreadLocals::Use> ThreadLocals::useAt(const Known& known, EventId id) const {
  const Event& event = body_.events[id];
  const PathId path = event.object->path;
  const auto stale = [&](PathId local) -> const PathState* {
    const auto found = local == 0 ? known.paths.end() : known.paths.find(local);
    const bool is_local = found != known.paths.end() && !isThreadLocal(symbols_, local);
    return is_local && found->second.suspended != no_id ? &found->second : nullptr;
  };
  const auto refers = [](const PathState* state) { return state != nullptr && state->refers; };
  if (isThreadLocal(symbols_, path)) {
    if (accesses_.reads(id)) { return writtenBefore(known, path, id); }
    if (!accesses_.writes(id) || event.arguments.empty()) { return std::nullopt; }
    const PathState* saved = stale(event.arguments[0].path);
    if (saved != nullptr && saved->copied == path && !saved->refers) {
      return Use{id, *saved, path, "restored"};
    }
    return std::nullopt;
  }
  if (event.kind == EventKind::Destroy) { return std::nullopt; }
  if (const PathState* state = stale(path); refers(state)) { return Use{id, *state, path, "reference"}; }
  for (const Value& argument : event.arguments) {
    if (const PathState* state = stale(argument.path); refers(state)) {
      return Use{id, *state, argument.path, "reference"};
    }
  }
  return std::nullopt;
}

std::vector<ThreadLocals::Use> ThreadLocals::find() const {
  const auto step = [this](Known& known, EventId id) { this->step(known, id); };
  std::map<PathId, Use> first;
  visitFlow(body_, flowForward(body_, Known{}, step), step, [&](const Known& known, EventId id) {
    if (const auto use = useAt(known, id)) { first.emplace(use->object, *use); }
  });
  std::vector<Use> uses;
  for (const auto& [path, use] : first) {
    uses.push_back(use);
  }
  std::sort(uses.begin(), uses.end(),
            [](const Use& left, const Use& right) { return left.event < right.event; });
  return uses;
}

// ---------------------------------------------------------------------------------------------------
// Members and globals

class SharedState {
public:
  SharedState(const Program& program, const Body& body)
      : symbols_(program.symbols), body_(body), accesses_(body, program.symbols) {}

  std::vector<std::pair<EventId, PathState>> find() const;

private:
  bool isShared(EventId id) const;
  void step(Known& known, EventId id) const;

  const Symbols& symbols_;
  const Body& body_;
  Accesses accesses_;
};

/// Atomics are made to be changed by others; whoever uses them has thought of it.
bool SharedState::isShared(EventId id) const {
  const Event& event = body_.events[id];
  const TypeId type = objectType(symbols_, event.object->type);
  if (type != no_id && symbols_.text(symbols_.types[type].name).starts_with("std::atomic")) { return false; }
  const std::string& path = symbols_.text(event.object->path);
  return path.starts_with("this.") || path.starts_with("global:") || path.starts_with("static:");
}

void SharedState::step(Known& known, EventId id) const {
  if (isSuspension(body_.events[id])) { return suspendAll(known, id); }
  if (!isShared(id)) { return; }
  if (accesses_.reads(id)) { known.paths[accesses_.path(id)] = {id, no_id}; }
  if (accesses_.writes(id)) { known.paths.erase(accesses_.path(id)); }
}

std::vector<std::pair<EventId, PathState>> SharedState::find() const {
  std::vector<std::pair<EventId, PathState>> found;
  const auto step = [this](Known& known, EventId id) { this->step(known, id); };
  visitFlow(body_, flowForward(body_, Known{}, step), step, [&](const Known& known, EventId id) {
    if (!accesses_.writes(id) || !isShared(id)) { return; }
    const auto state = known.paths.find(accesses_.path(id));
    const bool stale = state != known.paths.end() && state->second.suspended != no_id;
    if (stale) { found.emplace_back(id, state->second); }
  });
  return found;
}

} // namespace

std::vector<Spot> findThreadLocalsAcrossAwaits(const BodyRules& input) {
  std::vector<Spot> spots;
  const std::optional<uint32_t> rule = ruleNamed(input.rules, "thread-local-across-await");
  if (!rule) { return spots; }
  const Program& program = input.program;
  for (BodyId id = 0; id < program.bodies.size(); ++id) {
    if (!input.classes.isAsyncCoroutine(program.bodies[id].node)) { continue; }
    const ThreadLocals body(program, program.bodies[id].body);
    if (!body.any()) { continue; }
    for (const ThreadLocals::Use& use : body.find()) {
      Spot spot{.rule = *rule, .body = id, .event = use.event};
      spot.variant = use.variant;
      spot.object = pathInWords(program.symbols.text(use.object));
      const bool written = spot.variant.empty();
      const PathId before = use.before.copied != 0 ? use.before.copied : use.object;
      const std::string name = pathInWords(program.symbols.text(before));
      spot.steps.push_back(
          {id, use.before.since, "'" + name + (written ? "' is set here" : "' is read here")});
      spot.steps.push_back({id, use.before.suspended, "the coroutine is suspended here"});
      spots.push_back(std::move(spot));
    }
  }
  return spots;
}

std::vector<Spot> findStateAcrossAwaits(const BodyRules& input) {
  std::vector<Spot> spots;
  const std::optional<uint32_t> rule = ruleNamed(input.rules, "state-across-await");
  if (!rule) { return spots; }
  const Program& program = input.program;
  for (BodyId id = 0; id < program.bodies.size(); ++id) {
    if (!input.classes.isAsyncCoroutine(program.bodies[id].node)) { continue; }
    const Body& body = program.bodies[id].body;
    for (const auto& [event, state] : SharedState(program, body).find()) {
      Spot spot{.rule = *rule, .body = id, .event = event};
      spot.object = pathInWords(program.symbols.text(body.events[event].object->path));
      spot.steps.push_back({id, state.since, "'" + spot.object + "' is read here"});
      spot.steps.push_back({id, state.suspended, "the coroutine is suspended here"});
      spots.push_back(std::move(spot));
    }
  }
  return spots;
}

} // namespace nostall

#include "analysis/contexts/task_uses.h"

#include "analysis/bodies/branches.h"
#include "analysis/contexts/pools.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace nostall {

TaskUses TaskUseFinder::find(EventId call) {
  uses_ = {};
  results_.clear();
  locals_.clear();
  unknown_.clear();
  started_.clear();
  followResult(call);
  // A task starts once: what is done with it after it was given to a pool only waits for it.
  const auto only_waits = [this](EventId id) {
    return std::any_of(started_.begin(), started_.end(), [&](EventId start) { return isAfter(start, id); });
  };
  uses_.elsewhere = !started_.empty();
  uses_.unknown = !std::all_of(unknown_.begin(), unknown_.end(), only_waits);
  for (const EventId id : unknown_) {
    const bool starts = body_.events[id].kind == EventKind::Call && !only_waits(id);
    if (starts && uses_.started_by == no_id) { uses_.started_by = id; }
  }
  std::erase_if(uses_.awaits, only_waits);
  uses_.unknown |= !uses_.elsewhere && uses_.awaits.empty();
  return std::move(uses_);
}

bool TaskUseFinder::isAfter(EventId first, EventId later) const {
  const std::optional<BlockId> from = blockOf(body_, first);
  const std::optional<BlockId> to = blockOf(body_, later);
  if (!from || !to) { return false; }
  return (*from == *to && later > first) || reachableFrom(body_, *from)[*to] != 0;
}

void TaskUseFinder::followResult(EventId result) {
  if (!results_.insert(result).second) { return; }
  const size_t known = uses_.awaits.size();
  for (EventId id = 0; id < body_.events.size(); ++id) {
    if (isAwaitOf(body_.events[id]) && body_.events[id].object->from == result) {
      uses_.awaits.push_back(id);
    }
  }
  // An await asks the awaiter this and that; all of it is the await.
  if (uses_.awaits.size() != known) { return; }
  for (EventId id = 0; id < body_.events.size(); ++id) {
    const Event& event = body_.events[id];
    if (event.object->from == result) { consume(id, true, 0); }
    for (uint32_t i = 0; i < event.arguments.size(); ++i) {
      if (event.arguments[i].from == result) { consume(id, false, i); }
    }
  }
  const std::string_view target = program_.symbols.text(body_.events[result].target);
  if (target.starts_with("local:")) {
    followLocal(target);
  } else {
    if (!target.empty()) { unknown_.push_back(result); }
  }
}

void TaskUseFinder::followLocal(std::string_view path) {
  if (!locals_.insert(path).second) { return; }
  const auto is = [&](const Value& value) { return program_.symbols.text(value.path) == path; };
  for (EventId id = 0; id < body_.events.size(); ++id) {
    const Event& event = body_.events[id];
    if (is(*event.object)) {
      if (isAwaitOf(event)) {
        uses_.awaits.push_back(id);
      } else if (event.kind != EventKind::Write) {
        consume(id, true, 0);
      }
    }
    for (uint32_t i = 0; i < event.arguments.size(); ++i) {
      if (is(event.arguments[i])) { consume(id, false, i); }
    }
  }
}

void TaskUseFinder::consume(EventId id, bool is_object, uint32_t argument) {
  const Event& event = body_.events[id];
  // A handle may be converted on its way to what resumes it.
  if (event.kind == EventKind::Destroy || (event.implicit && !isHandle(event.type))) { return; }
  const bool asks_container =
      is_object && !classes_.isAwaitable(event.object->type) && holdsAwaitables(event.object->type);
  if (asks_container) { return; }
  if (event.kind == EventKind::Write && !is_object) {
    const std::string_view target = program_.symbols.text(event.object->path);
    if (target.starts_with("local:")) { return followLocal(target); }
  }
  if (event.kind != EventKind::Call && event.kind != EventKind::Construct) {
    unknown_.push_back(id);
  } else if (goesToPool(event, is_object, argument)) {
    started_.push_back(id);
  } else if (!is_object && isPutAway(event)) {
    followLocal(program_.symbols.text(event.object->path));
  } else if (handsOn(event)) {
    followResult(id);
  } else {
    unknown_.push_back(id);
  }
}

/// The pack says so of the argument, or the task is given to something external together with a pool, or is
/// asked for one that runs there: `task().via(&pool)`.
bool TaskUseFinder::goesToPool(const Event& event, bool is_object, uint32_t argument) const {
  if (!is_object && matcher_.runsElsewhere(event, argument) != nullptr) { return true; }
  const bool external = event.callee != no_id && program_.symbols.functions[event.callee].external;
  const bool moves = is_object && yieldsAwaitable(event, classes_);
  if (!external && !moves) { return false; }
  if (!is_object && matcher_.isPoolExecutor(event.object->type)) { return true; }
  // A task whose result is a pool is none.
  return std::any_of(event.arguments.begin(), event.arguments.end(), [&](const Value& value) {
    return !classes_.isAwaitable(value.type) && isMadeOfPool(matcher_, program_.symbols, body_, value);
  });
}

/// `tasks.push_back(work());` with a local container.
bool TaskUseFinder::isPutAway(const Event& event) const {
  const std::string_view container = program_.symbols.text(event.object->path);
  const bool external = event.callee != no_id && program_.symbols.functions[event.callee].external;
  return event.kind == EventKind::Call && external && container.starts_with("local:") &&
         !classes_.isAwaitable(event.object->type) && holdsAwaitables(event.object->type);
}

/// An awaitable, or a container of them.
bool TaskUseFinder::holdsAwaitables(TypeId type) const {
  if (classes_.isAwaitable(type)) { return true; }
  const TypeId container = type == no_id ? no_id : objectType(program_.symbols, type);
  if (container == no_id) { return false; }
  const TypeFacts& facts = program_.symbols.types[container];
  return facts.external && !facts.arguments.empty() && classes_.isAwaitable(facts.arguments[0]);
}

/// What resumes a coroutine.
bool TaskUseFinder::isHandle(TypeId type) const {
  const TypeId object = type == no_id ? no_id : objectType(program_.symbols, type);
  return object != no_id &&
         program_.symbols.text(program_.symbols.types[object].name) == "std::coroutine_handle";
}

/// A move, a handle, or what makes one awaitable of several and names no executor: `when_all(a(), b())`.
/// Numbers may stand beside them: how many at a time.
bool TaskUseFinder::handsOn(const Event& event) const {
  if (event.callee == no_id) { return false; }
  const FunctionFacts& callee = program_.symbols.functions[event.callee];
  if (event.kind == EventKind::Construct && callee.copy_or_move) { return true; }
  if (isHandle(event.type)) { return true; }
  if (event.arguments.empty() || !yieldsAwaitable(event, classes_)) { return false; }
  return std::all_of(event.arguments.begin(), event.arguments.end(), [&](const Value& value) {
    return value.defaulted || value.constant == ConstantKind::Integer || holdsAwaitables(value.type);
  });
}

} // namespace nostall

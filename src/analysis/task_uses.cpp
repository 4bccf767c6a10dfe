#include "analysis/task_uses.h"

#include <algorithm>
#include <utility>

namespace nostall {

TaskUses TaskUseFinder::find(EventId call) {
  uses_ = {};
  results_.clear();
  locals_.clear();
  followResult(call);
  uses_.unknown |= !uses_.elsewhere && uses_.awaits.empty();
  return std::move(uses_);
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
    uses_.unknown |= !target.empty();
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
  if (event.kind == EventKind::Destroy || event.implicit) { return; }
  if (event.kind == EventKind::Write && !is_object) {
    const std::string_view target = program_.symbols.text(event.object->path);
    if (target.starts_with("local:")) { return followLocal(target); }
  }
  if (event.kind != EventKind::Call && event.kind != EventKind::Construct) {
    uses_.unknown = true;
  } else if (goesToPool(event, is_object, argument)) {
    uses_.elsewhere = true;
  } else if (handsOn(event)) {
    followResult(id);
  } else {
    uses_.unknown = true;
  }
}

/// The pack says so of the argument, or the task is given to something external together with a pool.
bool TaskUseFinder::goesToPool(const Event& event, bool is_object, uint32_t argument) const {
  if (!is_object && matcher_.runsElsewhere(event, argument) != nullptr) { return true; }
  const bool external = event.callee != no_id && program_.symbols.functions[event.callee].external;
  if (!external) { return false; }
  if (!is_object && matcher_.isPoolExecutor(event.object->type)) { return true; }
  return std::any_of(event.arguments.begin(), event.arguments.end(),
                     [&](const Value& value) { return matcher_.isPoolExecutor(value.type); });
}

/// A move, or what makes one awaitable of several and names no executor: `when_all(a(), b())`.
bool TaskUseFinder::handsOn(const Event& event) const {
  if (event.callee == no_id) { return false; }
  const FunctionFacts& callee = program_.symbols.functions[event.callee];
  if (event.kind == EventKind::Construct && callee.copy_or_move) { return true; }
  if (!callee.external || event.arguments.empty() || !yieldsAwaitable(event, classes_)) { return false; }
  return std::all_of(event.arguments.begin(), event.arguments.end(),
                     [&](const Value& value) { return value.defaulted || classes_.isAwaitable(value.type); });
}

} // namespace nostall

#include "analysis/tasks/started_tasks.h"

#include "analysis/contexts/local_uses.h"
#include "analysis/tasks/failures.h"
#include "catalog/condition_match.h"

#include <algorithm>

namespace nostall {
namespace {

constexpr unsigned deep_enough = 8;

/// Which argument of the call the selector means; no_id when there is none.
uint32_t argumentOf(const Event& event, const ArgumentSelector& selector) {
  const uint32_t written = writtenArguments(event);
  const uint32_t index = selector.kind == ArgumentSelector::Kind::Last ? written - 1 : selector.index;
  return index < written ? index : no_id;
}

} // namespace

bool TaskStarts::runsOnItsOwn(const Event& call) const {
  return call.callee != no_id && program_.symbols.functions[call.callee].coroutine &&
         types_.resultOf(call).kind == TaskKind::FireAndForget;
}

const DetachEntry* TaskStarts::detaches(const Event& event) const {
  const DetachEntry* entry = event.kind == EventKind::Call ? matcher_.detaches(event) : nullptr;
  if (entry == nullptr || !entry->handler) { return entry; }
  // A completion token that is no callable makes something to await.
  const uint32_t handler = argumentOf(event, *entry->handler);
  return handler != no_id && !event.arguments[handler].callables.empty() ? entry : nullptr;
}

bool TaskStarts::handlerIgnoresEnd(const Event& start, const DetachEntry& entry) const {
  if (!entry.handler) { return true; }
  const uint32_t handler = argumentOf(start, *entry.handler);
  if (handler == no_id) { return false; }
  const auto& callables = start.arguments[handler].callables;
  return std::ranges::none_of(callables,
                              [&](FunctionId callable) { return looksAtFirstParameter(callable); });
}

bool TaskStarts::looksAtFirstParameter(FunctionId id) const {
  const FunctionFacts& function = program_.symbols.functions[id];
  if (function.parameters.empty()) { return false; }
  const bool named = !function.parameter_names.empty() && function.parameter_names[0] != 0;
  if (!function.defined) { return true; }
  if (!named) { return false; }
  // The events of a template that nobody instantiated do not show every use.
  if (function.uninstantiated) { return true; }
  const std::string path = "param:" + program_.symbols.text(function.parameter_names[0]);
  const auto is_it = [&](const Value& value) {
    const std::string_view text = program_.symbols.text(value.path);
    return text == path || text.starts_with(path + ".");
  };
  for (NodeId node = program_.first_node[id]; node < program_.first_node[id + 1]; ++node) {
    const Node& definition = program_.nodes[node];
    for (BodyId body = definition.first_body; body < definition.first_body + definition.body_count; ++body) {
      for (const Event& event : program_.bodies[body].body.events) {
        if (event.kind == EventKind::Destroy) { continue; }
        if (is_it(*event.object) || std::ranges::any_of(event.arguments, is_it)) { return true; }
      }
    }
  }
  return false;
}

StartedTask TaskStarts::startedBy(BodyId body, EventId start, const DetachEntry& entry) const {
  const Event& event = program_.bodies[body].body.events[start];
  const uint32_t handler = entry.handler ? argumentOf(event, *entry.handler) : no_id;
  StartedTask found;
  for (uint32_t i = 0; i < event.arguments.size(); ++i) {
    if (i == handler || !follow(body, event.arguments[i], found, 0)) { continue; }
    found.argument = i;
    return found;
  }
  follow(body, *event.object, found, 0);
  return found;
}

std::vector<NodeId> TaskStarts::coroutinesOf(BodyId body, EventId call) const {
  StartedTask found;
  followEvent(body, call, found, 0);
  return std::move(found.nodes);
}

bool TaskStarts::follow(BodyId body, const Value& value, StartedTask& found, unsigned depth) const {
  if (value.from != no_id) { return followEvent(body, value.from, found, depth); }
  if (!value.callables.empty()) {
    for (const FunctionId callable : value.callables) {
      addCallable(callable, program_.bodies[body].targets, found);
    }
    return true;
  }
  const PackedVector<Event>& events = program_.bodies[body].body.events;
  if (!program_.symbols.text(value.path).starts_with("local:")) { return false; }
  for (EventId id = 0; id < events.size(); ++id) {
    if (events[id].target == value.path && followEvent(body, id, found, depth)) { return true; }
  }
  return false;
}

/// A call of a coroutine, or of what hands tasks on.
bool TaskStarts::followEvent(BodyId body, EventId id, StartedTask& found, unsigned depth) const {
  if (depth > deep_enough) { return false; }
  const Event& event = program_.bodies[body].body.events[id];
  const bool makes_task = event.kind == EventKind::Call && types_.resultOf(event).kind != TaskKind::None;
  const std::vector<NodeId> callees = makes_task ? calleesAt(program_, body, id) : std::vector<NodeId>();
  const bool coroutine = std::ranges::any_of(callees, [&](NodeId callee) {
    return program_.symbols.functions[program_.nodes[callee].function].coroutine;
  });
  const bool passes_on = event.kind == EventKind::Call || event.kind == EventKind::Construct;
  if (!coroutine && passes_on && followOperands(body, event, found, depth)) { return true; }
  const bool own = event.callee != no_id && !program_.symbols.functions[event.callee].external;
  if (!makes_task || !own) { return false; }
  for (const NodeId callee : callees) {
    addRun(callee, found.nodes, depth);
  }
  found.function = event.callee;
  found.call = id;
  return true;
}

/// What was given to the call: `task.via(executor)`, `when_all(a(), b())`.
bool TaskStarts::followOperands(BodyId body, const Event& event, StartedTask& found, unsigned depth) const {
  const auto is_task = [&](const Value& value) {
    // A std::function calls what it was made of; what else is given to a call is for the call.
    if (!value.callables.empty()) { return event.kind == EventKind::Construct; }
    return types_.of(objectType(program_.symbols, value.type)).kind != TaskKind::None;
  };
  if (is_task(*event.object) && follow(body, *event.object, found, depth + 1)) { return true; }
  return std::ranges::any_of(event.arguments, [&](const Value& value) {
    return !value.defaulted && is_task(value) && follow(body, value, found, depth + 1);
  });
}

void TaskStarts::addCallable(FunctionId function, TargetSetId targets, StartedTask& found) const {
  found.function = function;
  for (const NodeId node : resolve(program_, function, targets).nodes) {
    addRun(node, found.nodes, 0);
  }
}

/// A plain function that returns a coroutine's task stands for the coroutine.
void TaskStarts::addRun(NodeId id, std::vector<NodeId>& nodes, unsigned depth) const {
  const Node& node = program_.nodes[id];
  const FunctionFacts& function = program_.symbols.functions[node.function];
  if (function.coroutine || types_.of(function.result).kind == TaskKind::None) {
    nodes.push_back(id);
    return;
  }
  for (BodyId body = node.first_body; body < node.first_body + node.body_count; ++body) {
    for (const Event& event : program_.bodies[body].body.events) {
      if (event.kind != EventKind::Return || event.arguments.empty()) { continue; }
      StartedTask returned;
      if (depth <= deep_enough && follow(body, event.arguments[0], returned, depth + 1)) {
        nodes.insert(nodes.end(), returned.nodes.begin(), returned.nodes.end());
      }
    }
  }
}

namespace {

class FateFinder {
public:
  FateFinder(const Program& program, const TaskStarts& starts, const Classes& classes, const Body& body)
      : program_(program), starts_(starts), classes_(classes), body_(body) {}

  TaskFate find(EventId call) {
    full_expression_ = body_.events[call].full_expression;
    followResult(call);
    return std::move(fate_);
  }

private:
  void followResult(EventId result) {
    if (!results_.insert(result).second) { return; }
    const Event& event = body_.events[result];
    fate_.discarded |= event.discarded;
    for (EventId id = 0; id < body_.events.size(); ++id) {
      const Event& user = body_.events[id];
      if (user.object->from == result) { consume(id, true); }
      const bool given =
          std::ranges::any_of(user.arguments, [&](const Value& value) { return value.from == result; });
      if (given) { consume(id, false); }
    }
    if (event.target == 0 || event.awaited) { return; }
    if (!program_.symbols.text(event.target).starts_with("local:")) {
      fate_.unknown = true;
      return;
    }
    fate_.kept = true;
    followLocal(event.target);
  }

  void followLocal(PathId local) {
    for (const LocalUse& use : usesOfLocal(program_, body_, local)) {
      if (use.kind == UseKind::Awaited || use.kind == UseKind::Used) { consume(use.event, false); }
    }
  }

  void consume(EventId id, bool /*is_object*/) {
    const Event& event = body_.events[id];
    if (event.kind == EventKind::Destroy || event.implicit) { return; }
    if (event.kind == EventKind::Suspend) {
      const bool at_once = event.full_expression == full_expression_;
      (at_once ? fate_.awaited_at_once : fate_.awaited_later) = true;
    } else if (event.kind == EventKind::Return) {
      fate_.returned = true;
    } else if (event.kind == EventKind::Call &&
               (starts_.detaches(event) != nullptr || starts_.runsOnItsOwn(event))) {
      fate_.detached.push_back(id);
    } else if (handsOn(event)) {
      followResult(id);
    } else {
      fate_.unknown = true;
    }
  }

  /// A move, or what other people's code makes of one task or of several: `when_all(a(), b())`.
  bool handsOn(const Event& event) const {
    if (event.callee == no_id) { return false; }
    const FunctionFacts& callee = program_.symbols.functions[event.callee];
    if (event.kind == EventKind::Construct) { return callee.copy_or_move; }
    return event.kind == EventKind::Call && callee.external && yieldsAwaitable(event, classes_);
  }

  const Program& program_;
  const TaskStarts& starts_;
  const Classes& classes_;
  const Body& body_;
  TaskFate fate_;
  uint32_t full_expression_ = 0;
  std::set<EventId> results_;
};

} // namespace

TaskFate fateOf(const Program& program, const TaskStarts& starts, const Classes& classes, const Body& body,
                EventId call) {
  return FateFinder(program, starts, classes, body).find(call);
}

} // namespace nostall

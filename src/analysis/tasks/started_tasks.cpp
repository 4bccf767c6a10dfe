#include "analysis/tasks/started_tasks.h"

#include "analysis/contexts/local_uses.h"
#include "analysis/tasks/failures.h"
#include "catalog/condition_match.h"

#include <algorithm>

namespace nostall {
namespace {

/// Operands of operands in one body, and functions that hand on each other's tasks.
constexpr unsigned deep_enough = 200;
constexpr size_t most_handing_on = 4096;

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
  for (uint32_t i = 0; i < event.arguments.size(); ++i) {
    if (i == handler) { continue; }
    const Origin origin = originOf(body, event.arguments[i]);
    if (!origin.known) { continue; }
    StartedTask found = startedFrom(origin);
    found.argument = i;
    return found;
  }
  return startedFrom(originOf(body, *event.object));
}

std::vector<NodeId> TaskStarts::coroutinesOf(BodyId body, EventId call) const {
  return runFrom(originOf(body, call).called);
}

StartedTask TaskStarts::startedFrom(const Origin& origin) const {
  return {.nodes = runFrom(origin.called), .function = origin.function, .call = origin.call};
}

TaskStarts::Origin TaskStarts::originOf(BodyId body, const Value& value) const {
  if (value.from != no_id) { return originOf(body, value.from); }
  Origin found;
  for (const FunctionId callable : value.callables) {
    found.known = true;
    found.function = callable;
    const Resolution resolution = resolve(program_, callable, program_.bodies[body].targets);
    found.called.nodes.insert(found.called.nodes.end(), resolution.nodes.begin(), resolution.nodes.end());
  }
  if (found.known || !program_.symbols.text(value.path).starts_with("local:")) { return found; }
  const PackedVector<Event>& events = program_.bodies[body].body.events;
  for (EventId id = 0; id < events.size(); ++id) {
    if (events[id].target != value.path) { continue; }
    const Origin& origin = originOf(body, id);
    if (origin.known) { return origin; }
  }
  return found;
}

const TaskStarts::Origin& TaskStarts::originOf(BodyId body, EventId event) const {
  static const Origin too_deep;
  const auto known = origins_.find({body, event});
  if (known != origins_.end()) { return known->second; }
  if (depth_ > deep_enough) { return too_deep; }
  // What is made of itself is made of nothing.
  Origin& origin = origins_[{body, event}];
  ++depth_;
  Origin found = lookAt(body, event);
  --depth_;
  return origin = std::move(found);
}

/// A call of a coroutine, or of what hands tasks on.
TaskStarts::Origin TaskStarts::lookAt(BodyId body, EventId id) const {
  const Event& event = program_.bodies[body].body.events[id];
  const bool makes_task = event.kind == EventKind::Call && types_.resultOf(event).kind != TaskKind::None;
  const std::span<const NodeId> callees =
      makes_task ? calleesAt(program_, body, id) : std::span<const NodeId>();
  const bool coroutine = std::ranges::any_of(callees, [&](NodeId callee) {
    return program_.symbols.functions[program_.nodes[callee].function].coroutine;
  });
  const bool passes_on = event.kind == EventKind::Call || event.kind == EventKind::Construct;
  if (!coroutine && passes_on) {
    Origin operand = originInOperands(body, event);
    if (operand.known) { return operand; }
  }
  const bool own = event.callee != no_id && !program_.symbols.functions[event.callee].external;
  if (!makes_task || !own) { return {}; }
  return {.known = true, .called = {.nodes = {}, .lists = {callees}}, .function = event.callee, .call = id};
}

/// What was given to the call: `task.via(executor)`, `when_all(a(), b())`.
TaskStarts::Origin TaskStarts::originInOperands(BodyId body, const Event& event) const {
  const auto is_task = [&](const Value& value) {
    // A std::function calls what it was made of; what else is given to a call is for the call.
    if (!value.callables.empty()) { return event.kind == EventKind::Construct; }
    return types_.of(objectType(program_.symbols, value.type)).kind != TaskKind::None;
  };
  if (is_task(*event.object)) {
    Origin found = originOf(body, *event.object);
    if (found.known) { return found; }
  }
  for (const Value& value : event.arguments) {
    if (value.defaulted || !is_task(value)) { continue; }
    Origin found = originOf(body, value);
    if (found.known) { return found; }
  }
  return {};
}

/// A plain function that returns a coroutine's task stands for the coroutine.
std::vector<NodeId> TaskStarts::runFrom(const Called& called) const {
  std::vector<NodeId> run;
  std::vector<NodeId> open;
  std::set<NodeId> seen;
  std::set<const NodeId*> seen_lists;
  const auto add = [&](const Called& more) {
    open.insert(open.end(), more.nodes.rbegin(), more.nodes.rend());
    for (const std::span<const NodeId> list : more.lists) {
      if (seen_lists.insert(list.data()).second) { open.insert(open.end(), list.rbegin(), list.rend()); }
    }
  };
  add(called);
  while (!open.empty() && seen.size() < most_handing_on) {
    const NodeId node = open.back();
    open.pop_back();
    if (!seen.insert(node).second) { continue; }
    const FunctionFacts& function = program_.symbols.functions[program_.nodes[node].function];
    if (function.coroutine || types_.of(function.result).kind == TaskKind::None) {
      run.push_back(node);
    } else {
      add(handedOnBy(node));
    }
  }
  return run;
}

/// Whose tasks the function returns.
const TaskStarts::Called& TaskStarts::handedOnBy(NodeId plain) const {
  const auto [at, added] = handed_on_.try_emplace(plain);
  Called& called = at->second;
  if (!added) { return called; }
  const Node& node = program_.nodes[plain];
  for (BodyId body = node.first_body; body < node.first_body + node.body_count; ++body) {
    for (const Event& event : program_.bodies[body].body.events) {
      if (event.kind != EventKind::Return || event.arguments.empty()) { continue; }
      const Origin origin = originOf(body, event.arguments[0]);
      called.nodes.insert(called.nodes.end(), origin.called.nodes.begin(), origin.called.nodes.end());
      called.lists.insert(called.lists.end(), origin.called.lists.begin(), origin.called.lists.end());
    }
  }
  return called;
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

#include "analysis/tasks/dangling_references.h"

#include "analysis/bodies/values.h"
#include "analysis/contexts/task_types.h"
#include "analysis/tasks/failures.h"
#include "analysis/tasks/referents.h"
#include "analysis/tasks/started_tasks.h"

#include <algorithm>

namespace nostall {
namespace {

class DanglingFinder {
public:
  DanglingFinder(const BodyRules& input, uint32_t rule)
      : program_(input.program), symbols_(input.program.symbols), matcher_(input.matcher),
        classes_(input.classes), types_(input.program, input.matcher, input.classes),
        starts_(input.program, input.matcher, types_), referents_(input.program, input.matcher), rule_(rule) {
  }

  std::vector<Spot> find() {
    for (body_ = 0; body_ < program_.bodies.size(); ++body_) {
      const Outlines& outlines = classes_.outlines;
      const bool may_have = outlines.has(body_, Holds::Tasks) || outlines.has(body_, Holds::Callables);
      if (!may_have || symbols_.functions[code().function].uninstantiated) { continue; }
      for (EventId id = 0; id < code().events.size(); ++id) {
        const Event& event = code().events[id];
        if (event.kind != EventKind::Call || event.implicit) { continue; }
        lookAtTask(id);
        lookAtDroppedCallables(id);
        if (const DetachEntry* entry = starts_.detaches(event)) { lookAtStart(id, *entry); }
      }
    }
    return std::move(spots_);
  }

private:
  const Body& code() const { return program_.bodies[body_].body; }
  const FunctionFacts& functionOf(NodeId node) const {
    return symbols_.functions[program_.nodes[node].function];
  }
  std::string nameOf(PathId path) const { return variableOf(symbols_.text(path)); }

  void lookAtTask(EventId call);
  bool lookAtClosure(EventId call, NodeId coroutine, const TaskFate& fate, bool lazy);
  bool lookAtValue(EventId call, NodeId coroutine, uint32_t parameter, const TaskFate& fate, bool lazy);
  void lookAtDroppedCallables(EventId call);
  void lookAtStart(EventId start, const DetachEntry& entry);
  bool lookAtCaptures(EventId start, const FunctionFacts& lambda);
  void lookAtThis(EventId start, const StartedTask& started);
  bool keepsAlive(const StartedTask& started) const;
  /// How much lower a finding is when the referent is a local; nothing when it lives long enough.
  std::optional<uint8_t> outlivesBody(const TaskFate& fate) const;
  void add(EventId id, const char* variant, FunctionId callee, std::string object, uint8_t lowered);

  const Program& program_;
  const Symbols& symbols_;
  const Matcher& matcher_;
  const Classes& classes_;
  TaskTypes types_;
  TaskStarts starts_;
  Referents referents_;
  uint32_t rule_;
  BodyId body_ = 0;
  std::vector<Spot> spots_;
};

/// The task goes on after the full expression that makes it. A task that is handed to code which nobody
/// describes may be run to its end there.
bool outlivesExpression(const TaskFate& fate, bool lazy) {
  if (fate.awaited_at_once) { return false; }
  return fate.returned || fate.kept || !fate.detached.empty() || (fate.discarded && !lazy);
}

std::optional<uint8_t> DanglingFinder::outlivesBody(const TaskFate& fate) const {
  if (fate.returned) { return 0; }
  std::optional<uint8_t> lowered;
  for (const EventId start : fate.detached) {
    const Joins joins = joinsAfter(program_, matcher_, code(), start);
    if (joins == Joins::No) { return 0; }
    if (joins == Joins::Perhaps) { lowered = 1; }
  }
  return lowered;
}

/// A call of a coroutine: what it is given must live as long as it runs.
void DanglingFinder::lookAtTask(EventId id) {
  const Event& call = code().events[id];
  const TaskType& type = types_.resultOf(call);
  if (type.kind != TaskKind::Task && type.kind != TaskKind::FireAndForget) { return; }
  const bool lazy = type.start != Start::Eager;
  const std::span<const NodeId> callees = calleesAt(program_, body_, id);
  if (callees.empty()) { return; }
  const TaskFate fate = fateOf(program_, starts_, classes_, code(), id);
  for (const NodeId callee : callees) {
    if (!functionOf(callee).coroutine) { continue; }
    if (lookAtClosure(id, callee, fate, lazy)) { return; }
    for (uint32_t i = 0; i < call.arguments.size(); ++i) {
      if (lookAtValue(id, callee, i, fate, lazy)) { return; }
    }
  }
}

/// The object that the coroutine is a method of; a closure above all.
bool DanglingFinder::lookAtClosure(EventId id, NodeId coroutine, const TaskFate& fate, bool lazy) {
  const Value& object = *code().events[id].object;
  const FunctionFacts& callee = functionOf(coroutine);
  const bool is_lambda = callee.kind == FunctionKind::Lambda;
  const bool used = is_lambda ? referents_.usesCapturesLater(coroutine, lazy)
                              : callee.owner != no_id && referents_.usesThisLater(coroutine, lazy);
  if (!used) { return false; }
  const bool temporary = object.temporary || (is_lambda && object.path == 0 && object.from == no_id);
  if (temporary && outlivesExpression(fate, lazy)) {
    add(id, is_lambda ? "closure" : "temporary", program_.nodes[coroutine].function, "the object", 0);
    return true;
  }
  const bool local_closure = is_lambda && symbols_.text(object.path).starts_with("local:");
  if (!local_closure && !referents_.isOwned(code(), object.path, object.type)) { return false; }
  const std::optional<uint8_t> lowered = outlivesBody(fate);
  if (!lowered) { return false; }
  add(id, is_lambda ? "closure" : "local", program_.nodes[coroutine].function, nameOf(object.path), *lowered);
  return true;
}

bool DanglingFinder::lookAtValue(EventId id, NodeId coroutine, uint32_t parameter, const TaskFate& fate,
                                 bool lazy) {
  const Value& value = code().events[id].arguments[parameter];
  const bool temporary = value.temporary && outlivesExpression(fate, lazy);
  std::optional<uint8_t> lowered;
  const std::optional<PathId> owned = temporary ? std::nullopt : referents_.ownedBehind(code(), value);
  if (owned) { lowered = outlivesBody(fate); }
  if (!temporary && !lowered) { return false; }
  if (!referents_.usesParameterLater(coroutine, parameter, lazy)) { return false; }
  const StringId name = functionOf(coroutine).parameter_names[parameter];
  add(id, temporary ? "temporary" : "local", program_.nodes[coroutine].function,
      temporary ? "'" + symbols_.text(name) + "'" : nameOf(*owned), lowered.value_or(0));
  return true;
}

/// `future.then([x]() -> Task { ... })`: the library forgets the closure when it has returned its task.
void DanglingFinder::lookAtDroppedCallables(EventId id) {
  const Event& call = code().events[id];
  for (uint32_t i = 0; i < call.arguments.size(); ++i) {
    if (call.arguments[i].callables.empty() || matcher_.drops(call, i) == nullptr) { continue; }
    for (const FunctionId callable : call.arguments[i].callables) {
      const FunctionFacts& lambda = symbols_.functions[callable];
      if (lambda.kind != FunctionKind::Lambda || !lambda.coroutine) { continue; }
      const bool lazy = types_.of(lambda.result).start != Start::Eager;
      const Resolution meant = resolve(program_, callable, program_.bodies[body_].targets);
      const bool used = std::ranges::any_of(
          meant.nodes, [&](NodeId node) { return referents_.usesCapturesLater(node, lazy); });
      if (used) { add(id, "dropped", call.callee, {}, 0); }
    }
  }
}

void DanglingFinder::lookAtStart(EventId id, const DetachEntry& entry) {
  if (entry.context_only || entry.kept) { return; }
  const StartedTask started = starts_.startedBy(body_, id, entry);
  if (started.function == no_id) { return; }
  const FunctionFacts& function = symbols_.functions[started.function];
  const bool lambda = function.kind == FunctionKind::Lambda && started.call == no_id;
  if (lambda && lookAtCaptures(id, function)) { return; }
  lookAtThis(id, started);
}

/// The starter keeps the closure, but not what its references refer to.
bool DanglingFinder::lookAtCaptures(EventId start, const FunctionFacts& lambda) {
  for (const Capture& capture : lambda.captures) {
    const bool own = capture.by_reference && referents_.isOwned(code(), capture.path, capture.type);
    if (!own) { continue; }
    const Joins joins = joinsAfter(program_, matcher_, code(), start);
    if (joins == Joins::Yes) { return false; }
    add(start, "local", code().events[start].callee, nameOf(capture.path), joins == Joins::No ? 0 : 1);
    return true;
  }
  return false;
}

void DanglingFinder::lookAtThis(EventId start, const StartedTask& started) {
  const FunctionFacts& function = symbols_.functions[started.function];
  bool uses_this = started.call == no_id && referents_.capturesThis(function);
  if (started.call != no_id && symbols_.text(code().events[started.call].object->path) == "this") {
    const bool lazy = types_.of(function.result).start != Start::Eager;
    uses_this =
        std::ranges::any_of(started.nodes, [&](NodeId node) { return referents_.usesThisLater(node, lazy); });
  }
  if (!uses_this || keepsAlive(started)) { return; }
  if (joinsAfter(program_, matcher_, code(), start) == Joins::Yes) { return; }
  add(start, "this", started.function, {}, 1);
}

/// Something shared goes with the task: a captured `self`, an argument, or the coroutine takes one first.
bool DanglingFinder::keepsAlive(const StartedTask& started) const {
  const FunctionFacts& function = symbols_.functions[started.function];
  const bool captured = std::ranges::any_of(
      function.captures, [&](const Capture& capture) { return referents_.isSharedPointer(capture.type); });
  const bool given =
      std::ranges::any_of(function.parameters, [&](TypeId type) { return referents_.isSharedPointer(type); });
  if (captured || given) { return true; }
  return std::ranges::any_of(started.nodes, [&](NodeId id) {
    const Node& node = program_.nodes[id];
    const PackedVector<Event>& events = program_.bodies[node.first_body].body.events;
    return std::ranges::any_of(events, [&](const Event& event) {
      return event.kind == EventKind::Call && event.callee != no_id &&
             lastName(symbols_.text(symbols_.functions[event.callee].name)).ends_with("_from_this");
    });
  });
}

void DanglingFinder::add(EventId id, const char* variant, FunctionId callee, std::string object,
                         uint8_t lowered) {
  Spot spot;
  spot.rule = rule_;
  spot.body = body_;
  spot.event = id;
  spot.lowered = lowered;
  spot.variant = variant;
  if (callee != no_id) {
    spot.callee = symbols_.text(symbols_.functions[callee].display);
    spot.task_type = symbols_.functions[callee].result;
  }
  spot.object = std::move(object);
  spots_.push_back(std::move(spot));
}

} // namespace

std::vector<Spot> findDanglingReferences(const BodyRules& input) {
  const std::optional<uint32_t> rule = ruleOfKind(input.rules, RuleKind::Dangling);
  return rule ? DanglingFinder(input, *rule).find() : std::vector<Spot>();
}

} // namespace nostall

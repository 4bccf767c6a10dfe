#include "analysis/tasks/detached_tasks.h"

#include "analysis/bodies/values.h"
#include "analysis/contexts/task_types.h"
#include "analysis/tasks/failures.h"
#include "analysis/tasks/started_tasks.h"

#include <algorithm>

namespace nostall {
namespace {

class DetachedTaskFinder {
public:
  DetachedTaskFinder(const BodyRules& input, uint32_t rule)
      : program_(input.program), symbols_(input.program.symbols), classes_(input.classes),
        types_(input.program, input.matcher, input.classes), starts_(input.program, input.matcher, types_),
        failures_(input.program, input.matcher), rule_(rule) {}

  std::vector<Spot> find() {
    for (BodyId body = 0; body < program_.bodies.size(); ++body) {
      if (!classes_.outlines.has(body, Holds::Tasks)) { continue; }
      const PackedVector<Event>& events = program_.bodies[body].body.events;
      for (EventId id = 0; id < events.size(); ++id) {
        if (events[id].kind == EventKind::Call && !events[id].implicit) { look(body, id); }
      }
    }
    return std::move(spots_);
  }

private:
  void look(BodyId body, EventId id);
  void lookAtStart(BodyId body, EventId id, const DetachEntry& entry);
  void lookAtTask(BodyId body, EventId id, bool on_purpose);
  /// What the functions together can lose; nothing when nobody knows them.
  std::optional<MayFail> worstOf(const std::vector<NodeId>& nodes);
  bool inContext(BodyId body) const { return classes_.roles[program_.bodies[body].node] == Role::Context; }
  bool startsTask(const StartedTask& started) const;
  void add(BodyId body, EventId id, FunctionId started, std::string variant, uint8_t lowered);
  const std::string& display(FunctionId function) const {
    static const std::string unknown = "a task";
    return function == no_id ? unknown : symbols_.text(symbols_.functions[function].display);
  }

  const Program& program_;
  const Symbols& symbols_;
  const Classes& classes_;
  TaskTypes types_;
  TaskStarts starts_;
  Failures failures_;
  uint32_t rule_;
  std::vector<Spot> spots_;
};

void DetachedTaskFinder::look(BodyId body, EventId id) {
  const Event& event = program_.bodies[body].body.events[id];
  if (const DetachEntry* entry = starts_.detaches(event)) {
    lookAtStart(body, id, *entry);
    return;
  }
  if (assignsToIgnore(symbols_, event) && event.arguments[0].from != no_id) {
    lookAtTask(body, event.arguments[0].from, true);
    return;
  }
  lookAtTask(body, id, event.discarded && event.cast_to_void);
}

void DetachedTaskFinder::lookAtStart(BodyId body, EventId id, const DetachEntry& entry) {
  const Event& event = program_.bodies[body].body.events[id];
  if (entry.kept) { return; }
  if (entry.context_only) {
    if (inContext(body)) { add(body, id, no_id, "thread", 0); }
    return;
  }
  if (!starts_.handlerIgnoresEnd(event, entry)) { return; }
  const StartedTask started = starts_.startedBy(body, id, entry);
  const MayFail failure = worstOf(started.nodes).value_or(MayFail::Hardly);
  if (failure == MayFail::No) { return; }
  if (entry.ends_program) {
    if (failure == MayFail::Yes) { add(body, id, started.function, "by_design", 1); }
    return;
  }
  const bool sure = failure == MayFail::Yes && startsTask(started);
  add(body, id, started.function, entry.handler ? "handler" : "", sure ? 0 : 1);
}

/// A task that runs when its function is called: thrown away on purpose, or fire and forget by design.
void DetachedTaskFinder::lookAtTask(BodyId body, EventId id, bool on_purpose) {
  const Event& event = program_.bodies[body].body.events[id];
  const TaskType& type = types_.resultOf(event);
  const bool forgets =
      type.kind == TaskKind::FireAndForget || (type.forgets && (event.discarded || on_purpose));
  const bool thrown_away = on_purpose && type.kind == TaskKind::Task && type.start == Start::Eager &&
                           type.on_destroy == OnDestroy::Nothing;
  if (!forgets && !thrown_away) { return; }
  const std::optional<MayFail> failure = worstOf(starts_.coroutinesOf(body, id));
  // Of those that see to themselves only what is seen to fail is worth a word.
  if (forgets && failure == MayFail::Yes) { add(body, id, event.callee, "by_design", 1); }
  if (forgets || failure == MayFail::No) { return; }
  add(body, id, event.callee, "thrown_away", failure.value_or(MayFail::Yes) == MayFail::Yes ? 0 : 1);
}

std::optional<MayFail> DetachedTaskFinder::worstOf(const std::vector<NodeId>& nodes) {
  std::optional<MayFail> worst;
  for (const NodeId node : nodes) {
    worst = std::max(worst.value_or(MayFail::No), failures_.of(node));
  }
  return worst;
}

/// A plain callable has done its work when it returns: less is lost.
bool DetachedTaskFinder::startsTask(const StartedTask& started) const {
  if (started.function == no_id) { return true; }
  return types_.of(symbols_.functions[started.function].result).kind != TaskKind::None;
}

void DetachedTaskFinder::add(BodyId body, EventId id, FunctionId started, std::string variant,
                             uint8_t lowered) {
  const Event& event = program_.bodies[body].body.events[id];
  Spot spot;
  spot.rule = rule_;
  spot.body = body;
  spot.event = id;
  spot.lowered = lowered;
  spot.variant = std::move(variant);
  spot.callee = display(event.callee);
  spot.object = display(started);
  if (started != no_id) { spot.task_type = symbols_.functions[started].result; }
  spots_.push_back(std::move(spot));
}

} // namespace

std::vector<Spot> findDetachedTasks(const BodyRules& input) {
  const std::optional<uint32_t> rule = ruleOfKind(input.rules, RuleKind::Detached);
  return rule ? DetachedTaskFinder(input, *rule).find() : std::vector<Spot>();
}

} // namespace nostall

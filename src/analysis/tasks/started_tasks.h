// Which functions run when a task is started, and what becomes of a task within the body that makes it.
#pragma once

#include "analysis/contexts/classify.h"
#include "analysis/contexts/task_types.h"

#include <optional>
#include <set>
#include <vector>

namespace nostall {

struct StartedTask {
  std::vector<NodeId> nodes;   ///< what runs; empty when nobody can say
  FunctionId function = no_id; ///< what is named: the coroutine, the callable
  EventId call = no_id;        ///< the call that made the task, in the same body
  uint32_t argument = no_id;   ///< of the start: which one is the task or the callable; no_id for the object
};

class TaskStarts {
public:
  /// All must outlive this.
  TaskStarts(const Program& program, const Matcher& matcher, const TaskTypes& types)
      : program_(program), matcher_(matcher), types_(types) {}

  /// The call starts a task or a callable, and the caller goes on without it; null when it does not.
  const DetachEntry* detaches(const Event& event) const;
  /// A coroutine of the project that runs on its own: what it is given goes on with it.
  bool runsOnItsOwn(const Event& call) const;
  /// What the detaching call starts.
  StartedTask startedBy(BodyId body, EventId start, const DetachEntry& entry) const;
  /// The coroutines that run when the call's result is awaited or, for eager tasks, at once.
  std::vector<NodeId> coroutinesOf(BodyId body, EventId call) const;
  /// The handler is there, is known, and ignores how the task ended.
  bool handlerIgnoresEnd(const Event& start, const DetachEntry& entry) const;

private:
  bool follow(BodyId body, const Value& value, StartedTask& found, unsigned depth) const;
  bool followEvent(BodyId body, EventId event, StartedTask& found, unsigned depth) const;
  bool followOperands(BodyId body, const Event& event, StartedTask& found, unsigned depth) const;
  void addRun(NodeId node, std::vector<NodeId>& nodes, unsigned depth) const;
  void addCallable(FunctionId function, TargetSetId targets, StartedTask& found) const;
  bool looksAtFirstParameter(FunctionId function) const;

  const Program& program_;
  const Matcher& matcher_;
  const TaskTypes& types_;
};

/// What becomes of a task in the body of the call that returns it.
struct TaskFate {
  bool awaited_at_once = false; ///< in the same full expression
  bool awaited_later = false;
  bool returned = false;
  bool discarded = false;
  bool kept = false;             ///< in a local
  bool unknown = false;          ///< handed to code that nobody describes, stored elsewhere
  std::vector<EventId> detached; ///< calls that start it and do not wait
};

TaskFate fateOf(const Program& program, const TaskStarts& starts, const Classes& classes, const Body& body,
                EventId call);

} // namespace nostall

// Which functions run when a task is started, and what becomes of a task within the body that makes it.
#pragma once

#include "analysis/contexts/classify.h"
#include "analysis/contexts/task_types.h"

#include <map>
#include <optional>
#include <set>
#include <span>
#include <utility>
#include <vector>

namespace nostall {

struct StartedTask {
  std::vector<NodeId> nodes;   ///< what runs; empty when nobody can say
  FunctionId function = no_id; ///< what is named: the coroutine, the callable
  EventId call = no_id;        ///< the call that made the task, in the same body
  uint32_t argument = no_id;   ///< of the start: which one is the task or the callable; no_id for the object
};

/// Remembers what it was asked: one thread at a time.
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
  /// Functions that are called or handed over. Lists are the program's own: many calls share one.
  struct Called {
    std::vector<NodeId> nodes;
    std::vector<std::span<const NodeId>> lists;
  };
  /// Whose task a value is, as its body says, not what the functions go on to.
  struct Origin {
    bool known = false;
    Called called;
    FunctionId function = no_id;
    EventId call = no_id;
  };

  Origin originOf(BodyId body, const Value& value) const;
  const Origin& originOf(BodyId body, EventId event) const;
  Origin lookAt(BodyId body, EventId event) const;
  Origin originInOperands(BodyId body, const Event& event) const;
  StartedTask startedFrom(const Origin& origin) const;
  std::vector<NodeId> runFrom(const Called& called) const;
  const Called& handedOnBy(NodeId plain) const;
  bool looksAtFirstParameter(FunctionId function) const;

  const Program& program_;
  const Matcher& matcher_;
  const TaskTypes& types_;
  // Everything is looked at once: functions that hand on each other's tasks are as common as deep.
  mutable std::map<std::pair<BodyId, EventId>, Origin> origins_;
  mutable std::map<NodeId, Called> handed_on_;
  mutable unsigned depth_ = 0;
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

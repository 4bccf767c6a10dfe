// What a type is to whoever gets it from a call: a task, an awaiter, something that runs on its own.
#pragma once

#include "analysis/bodies/names.h"
#include "analysis/contexts/classify.h"

#include <vector>

namespace nostall {

enum class TaskKind : uint8_t {
  None,
  Task,          ///< coroutines return it, and others await it
  Awaiter,       ///< can be awaited, and no coroutine returns it
  FireAndForget, ///< coroutines return it, and nobody can or shall await it
};

struct TaskType {
  TaskKind kind = TaskKind::None;
  Start start = Start::Unknown;
  OnDestroy on_destroy = OnDestroy::Nothing;
  bool generator = false; ///< a stream of values: runs when it is asked for one
  bool shared = false;    ///< one of several handles
  /// The promise says what happens to an exception, so that nobody has to await it.
  bool forgets = false;
  /// Awaitable only because some promise takes it.
  bool by_promise = false;

  bool isLost() const { return kind == TaskKind::Task || kind == TaskKind::Awaiter; }
};

class TaskTypes {
public:
  /// All must outlive this.
  TaskTypes(const Program& program, const Matcher& matcher, const Classes& classes);

  const TaskType& of(TypeId type) const { return type == no_id ? none_ : types_[type]; }
  /// What the call returns by value; nothing for references, and for what the compiler calls.
  const TaskType& resultOf(const Event& call) const;
  /// The type that the call returns by value; no_id when it returns a reference.
  TypeId resultType(const Event& call) const;

private:
  TaskType describe(TypeId type, const Classes& classes) const;
  void findGenerators(const Outlines& outlines);

  const Program& program_;
  const Matcher& matcher_;
  std::vector<char> yields_;    // by TypeId: a coroutine that returns it yields
  std::vector<TaskType> types_; // by TypeId
  TaskType none_;
};

} // namespace nostall

#include "analysis/contexts/task_types.h"

#include <algorithm>

namespace nostall {

TaskTypes::TaskTypes(const Program& program, const Matcher& matcher, const Classes& classes)
    : program_(program), matcher_(matcher), yields_(program.symbols.types.size(), 0) {
  findGenerators(classes.outlines);
  types_.reserve(program.symbols.types.size());
  for (TypeId type = 0; type < program.symbols.types.size(); ++type) {
    types_.push_back(describe(type, classes));
  }
}

void TaskTypes::findGenerators(const Outlines& outlines) {
  for (BodyId body = 0; body < program_.bodies.size(); ++body) {
    if (!outlines.has(body, Holds::Yields)) { continue; }
    const FunctionFacts& function = program_.symbols.functions[program_.bodies[body].body.function];
    if (function.coroutine && function.result != no_id) { yields_[function.result] = 1; }
  }
}

/// The project's own handles share their task when they hold a shared pointer to it.
static bool holdsSharedPointer(const Symbols& symbols, const TypeFacts& facts) {
  return std::ranges::any_of(facts.members, [&](const MemberFacts& member) {
    return member.type != no_id && symbols.text(symbols.types[member.type].name) == "std::shared_ptr";
  });
}

TaskType TaskTypes::describe(TypeId type, const Classes& classes) const {
  const TypeFacts& facts = program_.symbols.types[type];
  TaskType found;
  if (facts.kind != TypeKind::Record || facts.generator || matcher_.isSync(type)) { return found; }
  const TaskEntry* entry = matcher_.task(type);
  if (entry != nullptr && !entry->context) { return found; }
  const bool awaitable = classes.isAwaitable(type);
  found.start = facts.start;
  // Other people's generators are known by their names: nothing here may yield from one.
  const std::string_view name = lastName(program_.symbols.text(facts.name));
  found.generator = yields_[type] != 0 || name.find("enerator") != std::string_view::npos;
  found.shared = holdsSharedPointer(program_.symbols, facts);
  if (entry != nullptr) {
    if (entry->start == TaskStart::Lazy) { found.start = Start::Lazy; }
    if (entry->start == TaskStart::Eager) { found.start = Start::Eager; }
    found.on_destroy = entry->on_destroy;
    found.shared |= entry->shared;
    found.forgets = entry->detached;
    found.kind = entry->detached ? TaskKind::FireAndForget : TaskKind::Task;
    return found;
  }
  if (facts.has_promise && awaitable) {
    found.kind = TaskKind::Task;
    found.forgets = found.start == Start::Eager && facts.swallows_exceptions;
  } else if (facts.has_promise && found.start == Start::Eager && !found.generator) {
    found.kind = TaskKind::FireAndForget;
    found.forgets = true;
  } else if (awaitable) {
    found.kind = TaskKind::Awaiter;
    found.by_promise = !facts.awaiter && !facts.has_co_await_operator && !matcher_.isAwaitable(type);
  }
  return found;
}

TypeId TaskTypes::resultType(const Event& call) const {
  const auto& types = program_.symbols.types;
  if (call.type == no_id || types[call.type].kind != TypeKind::Record) { return no_id; }
  TypeId declared = no_id;
  if (call.callee != no_id) {
    declared = program_.symbols.functions[call.callee].result;
  } else {
    const TypeId callee = objectType(program_.symbols, call.object->type);
    if (callee != no_id && types[callee].kind == TypeKind::Function) { declared = types[callee].pointee; }
  }
  // Functions of several executables may share a name and not a result: the call's own type is right.
  const bool by_reference = declared != no_id && types[declared].kind == TypeKind::Reference;
  return by_reference ? no_id : call.type;
}

const TaskType& TaskTypes::resultOf(const Event& call) const {
  if (call.kind != EventKind::Call || call.implicit) { return none_; }
  // Few types are anything, and names are long.
  const TaskType& type = of(resultType(call));
  if (type.kind == TaskKind::None) { return none_; }
  const bool machinery =
      call.callee != no_id &&
      isCoroutineMachinery(program_.symbols.text(program_.symbols.functions[call.callee].name));
  return machinery ? none_ : type;
}

} // namespace nostall

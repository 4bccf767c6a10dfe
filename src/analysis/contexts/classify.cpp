#include "analysis/contexts/classify.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

namespace nostall {
namespace {

constexpr std::string_view may_block_text = "nostall::may_block";
constexpr std::string_view never_blocks_text = "nostall::never_blocks";
constexpr std::string_view async_text = "nostall::async";
constexpr std::string_view elsewhere_text = "nostall::elsewhere";

bool isPackAnnotation(const Catalog& catalog, std::string_view text) {
  return std::any_of(catalog.packs.begin(), catalog.packs.end(), [&](const LibraryPack& pack) {
    return std::find(pack.async_annotations.begin(), pack.async_annotations.end(), text) !=
           pack.async_annotations.end();
  });
}

void addOwnMarks(const Symbols& symbols, const Catalog& catalog, const FunctionFacts& function,
                 Marks& marks) {
  marks.may_block |= function.attr_blocking;
  // A root to check, and because it is checked, a leaf for its callers.
  marks.async |= function.attr_nonblocking;
  for (const StringId annotation : function.annotations) {
    const std::string& text = symbols.text(annotation);
    marks.may_block |= text == may_block_text;
    marks.never_blocks |= text == never_blocks_text;
    marks.async |= text == async_text || isPackAnnotation(catalog, text);
    marks.elsewhere |= text == elsewhere_text;
  }
}

/// What is promised of a virtual function holds for its overriders.
Marks marksOf(const Symbols& symbols, const Catalog& catalog, FunctionId function) {
  Marks marks;
  if (symbols.functions[function].overrides.empty()) {
    addOwnMarks(symbols, catalog, symbols.functions[function], marks);
    return marks;
  }
  std::vector<FunctionId> open{function};
  std::vector<FunctionId> seen;
  while (!open.empty()) {
    const FunctionId current = open.back();
    open.pop_back();
    if (std::find(seen.begin(), seen.end(), current) != seen.end()) { continue; }
    seen.push_back(current);
    const FunctionFacts& facts = symbols.functions[current];
    addOwnMarks(symbols, catalog, facts, marks);
    open.insert(open.end(), facts.overrides.begin(), facts.overrides.end());
  }
  return marks;
}

std::vector<Marks> allMarks(const Program& program, const Catalog& catalog) {
  const std::vector<FunctionFacts>& functions = program.symbols.functions;
  std::vector<Marks> marks(functions.size());
  for (FunctionId function = 0; function < functions.size(); ++function) {
    marks[function] = marksOf(program.symbols, catalog, function);
  }
  return marks;
}

/// The operand of some co_await is awaitable through that coroutine's promise. Only classes: one library's
/// `co_await pointer` or `co_await 5` must not make every pointer or number of the program awaitable.
bool typeIsAwaitable(const Program& program, const Matcher& matcher, TypeId type) {
  const TypeFacts& facts = program.symbols.types[type];
  const TaskEntry* task = matcher.task(type);
  if (task != nullptr) { return task->context; }
  if (matcher.isAwaitable(type)) { return true; }
  if (facts.kind != TypeKind::Record || program.symbols.text(facts.name).starts_with("std::")) {
    return false;
  }
  return facts.awaiter || facts.has_co_await_operator || program.awaited[type] != 0;
}

/// An rvalue reference stands for a value. A call that returns an lvalue reference made no awaitable: mostly
/// it returns its own object, as folly::Future::wait() does.
std::vector<char> awaitableTypes(const Program& program, const Matcher& matcher) {
  const std::vector<TypeFacts>& types = program.symbols.types;
  std::vector<char> awaitable(types.size(), 0);
  for (TypeId type = 0; type < types.size(); ++type) {
    if (types[type].kind != TypeKind::Reference) {
      awaitable[type] = static_cast<char>(typeIsAwaitable(program, matcher, type));
    }
  }
  for (TypeId type = 0; type < types.size(); ++type) {
    const bool refers = types[type].kind == TypeKind::Reference && types[type].is_rvalue;
    const TypeId value = refers ? types[type].pointee : no_id;
    if (value != no_id) { awaitable[type] = awaitable[value]; }
  }
  return awaitable;
}

bool awaitsSomething(const Program& program, const Node& node) {
  for (BodyId body = node.first_body; body < node.first_body + node.body_count; ++body) {
    for (const Event& event : program.bodies[body].body.events) {
      if (event.kind == EventKind::Suspend && event.suspend == SuspendKind::Await) { return true; }
    }
  }
  return false;
}

/// A synchronous generator is a plain function: its body runs when its caller asks for the next value.
bool isGenerator(const Program& program, const Classes& classes, const Matcher& matcher, const Node& node) {
  const FunctionFacts& function = program.symbols.functions[node.function];
  if (function.result == no_id || matcher.task(function.result) != nullptr) { return false; }
  if (classes.isAwaitable(function.result) || awaitsSomething(program, node)) { return false; }
  return function.yields_only || program.symbols.types[function.result].generator;
}

bool isAsyncCoroutine(const Program& program, const Classes& classes, const Matcher& matcher,
                      const Node& node) {
  const FunctionFacts& function = program.symbols.functions[node.function];
  if (!function.coroutine) { return false; }
  if (function.result != no_id && matcher.isSync(function.result)) { return false; }
  return !isGenerator(program, classes, matcher, node);
}

/// A task: an awaitable that coroutines return, or what a pack lists as one.
bool isTask(const Program& program, const Classes& classes, const Matcher& matcher, TypeId type) {
  if (matcher.isSync(type)) { return false; }
  const TypeFacts& facts = program.symbols.types[type];
  if (facts.kind != TypeKind::Record || facts.generator) { return false; }
  const TaskEntry* listed = matcher.task(type);
  if (listed != nullptr) { return listed->context; }
  return facts.has_promise && classes.isAwaitable(type);
}

std::vector<char> taskTypes(const Program& program, const Classes& classes, const Matcher& matcher) {
  std::vector<char> tasks(program.symbols.types.size(), 0);
  for (TypeId type = 0; type < tasks.size(); ++type) {
    tasks[type] = static_cast<char>(isTask(program, classes, matcher, type));
  }
  return tasks;
}

/// A plain function that returns a task: whoever awaits it does not expect it to wait.
bool isTaskFunction(const Program& program, const std::vector<char>& tasks, const Node& node) {
  const FunctionFacts& function = program.symbols.functions[node.function];
  const bool can_be = function.kind == FunctionKind::Function || function.kind == FunctionKind::Method ||
                      function.kind == FunctionKind::StaticMethod || function.kind == FunctionKind::Lambda;
  if (!can_be || function.coroutine || function.runs_before_main) { return false; }
  return function.result != no_id && tasks[function.result] != 0 &&
         !isCoroutineMachinery(program.symbols.text(function.name));
}

struct Class {
  Role role = Role::Plain;
  ContextKind kind = ContextKind::Coroutine; ///< of a context
};

Class classOf(const Program& program, const Matcher& matcher, const Classes& classes,
              const std::vector<char>& tasks, NodeId id) {
  const Node& node = program.nodes[id];
  const FunctionFacts& function = program.symbols.functions[node.function];
  const Marks& marks = classes.marks[node.function];
  if (function.external || marks.elsewhere) { return {Role::Stop}; }
  // A coroutine that promises not to block stays a context: its findings are shown as suppressed.
  if (isAsyncCoroutine(program, classes, matcher, node)) { return {Role::Context, ContextKind::Coroutine}; }
  if (marks.never_blocks || matcher.neverBlocks(node.function)) { return {Role::Stop}; }
  if (marks.async) { return {Role::Context, ContextKind::Declared}; }
  if (classes.loop_calls[id].entry != nullptr) { return {Role::Context, ContextKind::Callback}; }
  if (isTaskFunction(program, tasks, node)) { return {Role::Context, ContextKind::TaskFunction}; }
  return {};
}

} // namespace

Classes classify(const Program& program, const Catalog& catalog, const Matcher& matcher) {
  Classes classes;
  classes.outlines = Outlines(program, matcher);
  classes.marks = allMarks(program, catalog);
  classes.awaitable = awaitableTypes(program, matcher);
  classes.roles.assign(program.nodes.size(), Role::Plain);
  classes.kinds.assign(program.nodes.size(), ContextKind::Coroutine);
  classes.loop_calls = findLoopCalls(program, matcher, classes.outlines);
  const std::vector<char> tasks = taskTypes(program, classes, matcher);
  classes.async_coroutines.assign(program.nodes.size(), 0);
  for (NodeId node = 0; node < program.nodes.size(); ++node) {
    const Class found = classOf(program, matcher, classes, tasks, node);
    classes.roles[node] = found.role;
    classes.kinds[node] = found.kind;
    const bool coroutine = found.role == Role::Context && found.kind == ContextKind::Coroutine;
    classes.async_coroutines[node] = static_cast<char>(coroutine);
  }
  return classes;
}

bool isCoroutineMachinery(std::string_view name) {
  static constexpr std::array<std::string_view, 12> parts = {
      "await_ready",       "await_suspend",       "await_resume",    "await_transform",
      "operator co_await", "get_return_object",   "initial_suspend", "final_suspend",
      "yield_value",       "unhandled_exception", "return_value",    "return_void"};
  const size_t scope = name.rfind("::");
  const std::string_view last = scope == std::string_view::npos ? name : name.substr(scope + 2);
  return std::find(parts.begin(), parts.end(), last) != parts.end();
}

bool yieldsAwaitable(const Event& event, const Classes& classes) {
  // The end of an awaitable object has no result.
  if (event.kind == EventKind::Destroy) { return false; }
  return event.awaited || classes.isAwaitable(event.type);
}

} // namespace nostall

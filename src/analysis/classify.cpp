#include "analysis/classify.h"

#include <algorithm>
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

Role roleOf(const Program& program, const Matcher& matcher, const Classes& classes, const Node& node) {
  const FunctionFacts& function = program.symbols.functions[node.function];
  const Marks& marks = classes.marks[node.function];
  if (function.external || marks.elsewhere) { return Role::Stop; }
  // A coroutine that promises not to block stays a context: its findings are shown as suppressed.
  if (isAsyncCoroutine(program, classes, matcher, node)) { return Role::Context; }
  if (marks.never_blocks || matcher.neverBlocks(node.function)) { return Role::Stop; }
  return marks.async ? Role::Context : Role::Plain;
}

void classifyNode(const Program& program, const Matcher& matcher, NodeId id, Classes& classes) {
  const Node& node = program.nodes[id];
  classes.roles[id] = roleOf(program, matcher, classes, node);
  const bool declared =
      classes.marks[node.function].async && !program.symbols.functions[node.function].coroutine;
  classes.kinds[id] = declared ? ContextKind::Declared : ContextKind::Coroutine;
}

} // namespace

Classes classify(const Program& program, const Catalog& catalog, const Matcher& matcher) {
  Classes classes;
  classes.marks = allMarks(program, catalog);
  classes.awaitable = awaitableTypes(program, matcher);
  classes.roles.assign(program.nodes.size(), Role::Plain);
  classes.kinds.assign(program.nodes.size(), ContextKind::Coroutine);
  for (NodeId node = 0; node < program.nodes.size(); ++node) {
    classifyNode(program, matcher, node, classes);
  }
  return classes;
}

bool yieldsAwaitable(const Event& event, const Classes& classes) {
  // The end of an awaitable object has no result.
  if (event.kind == EventKind::Destroy) { return false; }
  return event.awaited || classes.isAwaitable(event.type);
}

} // namespace nostall

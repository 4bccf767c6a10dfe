#include "analysis/findings/fixes.h"

#include "analysis/contexts/local_uses.h"
#include "analysis/contexts/task_types.h"
#include "analysis/findings/words.h"
#include "analysis/reach/chains.h"

#include <algorithm>
#include <optional>

namespace nostall {
namespace {

constexpr std::string_view first_argument = "{0}";

/// co_await may not stand in a handler, nor in code that only a handler leads to.
bool isInHandler(const Body& body, EventId event) {
  std::vector<char> reached(body.blocks.size());
  std::vector<BlockId> open = {body.entry};
  while (!open.empty()) {
    const BlockId block = open.back();
    open.pop_back();
    if (reached[block] != 0) { continue; }
    reached[block] = 1;
    open.insert(open.end(), body.blocks[block].successors.begin(), body.blocks[block].successors.end());
  }
  for (BlockId id = 0; id < body.blocks.size(); ++id) {
    const Block& block = body.blocks[id];
    if (event >= block.first && event < block.first + block.count) { return reached[id] == 0; }
  }
  return true;
}

bool isBefore(const SourceRange& left, const SourceRange& right) {
  return std::pair(left.line, left.column) < std::pair(right.line, right.column);
}

bool contains(const SourceRange& outer, const SourceRange& inner) {
  return outer.file == inner.file && !isBefore(inner, outer) &&
         std::pair(inner.end_line, inner.end_column) <= std::pair(outer.end_line, outer.end_column);
}

/// The statement of that scope in which the place stands.
const Statement* statementAround(const Body& body, uint32_t scope, const SourceRange& place) {
  const auto found = std::find_if(body.statements.begin(), body.statements.end(), [&](const Statement& one) {
    return one.at.line != 0 && one.scope == scope && contains(one.at, place);
  });
  return found == body.statements.end() ? nullptr : &*found;
}

/// `a && b`, `a | b`; no `a(b)` and `a[b]`.
bool isBinaryOperator(const Symbols& symbols, const Event& event) {
  if (event.callee == no_id) { return false; }
  constexpr std::string_view prefix = "operator";
  std::string_view name = lastName(symbols.text(symbols.functions[event.callee].name));
  if (!name.starts_with(prefix)) { return false; }
  name.remove_prefix(prefix.size());
  constexpr std::string_view symbols_between = "&|<>=+-*/%^,";
  const bool between = !name.empty() && symbols_between.find(name.front()) != std::string_view::npos;
  const size_t operands = event.arguments.size() + (event.object->type == no_id ? 0 : 1);
  return between && operands == 2;
}

} // namespace

Fixes::Fixes(const Program& program, const Catalog& catalog, const Matcher& matcher, const Shown& shown)
    : program_(program), catalog_(catalog), matcher_(matcher), shown_(shown) {}

const Fixes::Known& Fixes::known() const {
  if (known_) { return *known_; }
  known_.emplace();
  const Symbols& symbols = program_.symbols;
  for (const LinkedBody& linked : program_.bodies) {
    const FunctionFacts& function = symbols.functions[linked.body.function];
    if (!function.coroutine || function.result == no_id) { continue; }
    for (const Event& event : linked.body.events) {
      const bool awaits = event.kind == EventKind::Suspend && event.suspend == SuspendKind::Await;
      if (!awaits || event.type == no_id) { continue; }
      known_->awaits.emplace(symbols.types[function.result].name, symbols.types[event.type].name);
    }
  }
  for (const TypeFacts& type : symbols.types) {
    known_->names.insert(symbols.text(type.name));
  }
  for (const FunctionFacts& function : symbols.functions) {
    known_->names.insert(symbols.text(function.name));
  }
  return *known_;
}

bool Fixes::isKnown(const std::vector<std::string>& names) const {
  return std::all_of(names.begin(), names.end(),
                     [&](const std::string& name) { return known().names.count(name) != 0; });
}

bool Fixes::isLazy(TypeId type) const {
  const TypeFacts& facts = program_.symbols.types[type];
  const TaskEntry* task = matcher_.task(type);
  if (task != nullptr && task->start != TaskStart::Unknown) { return task->start == TaskStart::Lazy; }
  // An awaiter that is no coroutine's does nothing before it is awaited.
  return facts.has_promise ? facts.start == Start::Lazy : true;
}

bool Fixes::canAwait(const Body& body, TypeId type) const {
  const Symbols& symbols = program_.symbols;
  const TypeId own = symbols.functions[body.function].result;
  if (own == no_id || type == no_id) { return false; }
  const StringId own_name = symbols.types[own].name;
  const StringId name = symbols.types[type].name;
  return own_name == name || known().awaits.count({own_name, name}) != 0;
}

/// A person wrote the call where co_await may stand.
bool Fixes::mayAwait(BodyId id, EventId event_id) const {
  const Body& body = bodyOf(id);
  const Event& event = body.events[event_id];
  const FunctionFacts& function = program_.symbols.functions[body.function];
  return function.coroutine && !function.yields_only && event.kind == EventKind::Call && !event.in_macro &&
         !event.implicit && event.at.line != 0 && !isInHandler(body, event_id);
}

Location Fixes::at(FileId file, uint32_t line, uint32_t column, uint32_t end_line,
                   uint32_t end_column) const {
  return shown_.location(
      {.file = file, .line = line, .column = column, .end_line = end_line, .end_column = end_column});
}

Edit Fixes::insertion(const SourceRange& before, std::string text) const {
  return {at(before.file, before.line, before.column, before.line, before.column), std::move(text)};
}

std::vector<Fix> Fixes::ofChain(const Rule& rule, const Chain& chain, const Context& context) const {
  const Step& step = chain.steps.front();
  const Event& event = bodyOf(step.body).events[step.event];
  const LibraryPack* pack = catalog_.pack(context.library);
  const bool direct = chain.steps.size() == 1 && context.kind == ContextKind::Coroutine;
  if (!direct || pack == nullptr || event.callee == no_id || !mayAwait(step.body, step.event)) { return {}; }
  const std::string& callee = program_.symbols.text(program_.symbols.functions[event.callee].name);
  for (const FixEntry& entry : pack->fixes) {
    const bool fits = entry.rule == rule.id && event.arguments.size() == 1 &&
                      std::any_of(entry.patterns.begin(), entry.patterns.end(),
                                  [&](const Pattern& pattern) { return pattern.name == callee; });
    const Value* argument = fits ? &event.arguments[0] : nullptr;
    if (argument == nullptr || argument->line == 0 || event.at.end_column < 2) { continue; }
    const auto translated = [&](const std::string& text) {
      return inNamespaceOf(text, *pack, context.task_type);
    };
    std::vector<std::string> needs;
    std::transform(entry.needs.begin(), entry.needs.end(), std::back_inserter(needs), translated);
    const std::string written = translated(entry.text);
    const size_t hole = written.find(first_argument);
    if (hole == std::string::npos) { continue; }
    const SourceRange& place = event.at;
    Fix fix{.description = "await the library's own call", .safe = isKnown(needs)};
    fix.edits.push_back({at(place.file, place.line, place.column, argument->line, argument->column),
                         written.substr(0, hole)});
    fix.edits.push_back(
        {at(place.file, place.end_line, place.end_column - 1, place.end_line, place.end_column),
         written.substr(hole + first_argument.size())});
    return {fix};
  }
  return {};
}

std::vector<Fix> Fixes::ofSpot(const Rule& rule, const Spot& spot) const {
  switch (rule.kind) {
  case RuleKind::LostTask: return awaitTask(spot);
  case RuleKind::Lock: return endLockBefore(spot);
  default: return {};
  }
}

std::vector<Fix> Fixes::awaitTask(const Spot& spot) const {
  const Body& body = bodyOf(spot.body);
  const Event& event = body.events[spot.event];
  if (!mayAwait(spot.body, spot.event) || !canAwait(body, event.type)) { return {}; }
  if (event.target == 0 && !event.discarded) { return {}; }
  const bool whole_loss = spot.lowered == 0 && !spot.at_most;
  Fix fix{.description = "await it", .safe = whole_loss && isLazy(event.type)};
  fix.edits = event.target == 0 ? awaiting(event) : awaitHeld(body, event);
  return fix.edits.empty() ? std::vector<Fix>() : std::vector{fix};
}

/// `a() && b()` needs parentheses: co_await binds closer.
std::vector<Edit> Fixes::awaiting(const Event& event) const {
  if (!isBinaryOperator(program_.symbols, event)) { return {insertion(event.at, "co_await ")}; }
  const SourceRange end{.file = event.at.file, .line = event.at.end_line, .column = event.at.end_column};
  return {insertion(event.at, "co_await ("), insertion(end, ")")};
}

/// The variable takes the result instead; when there is none, it goes.
std::vector<Edit> Fixes::awaitHeld(const Body& body, const Event& event) const {
  const TypeId result = program_.symbols.types[event.type].await_result;
  // `Task<int> t = f()`: the result has another type. What else is said of the variable is said of a task.
  const bool whole = program_.symbols.text(event.target).find('.') == std::string::npos;
  if (!whole || !event.deduced || result == no_id || !usesOfLocal(program_, body, event.target).empty()) {
    return {};
  }
  std::vector<Edit> edits = awaiting(event);
  if (program_.symbols.text(program_.symbols.types[result].name) != "void") { return edits; }
  if (event.full_expression >= body.statements.size()) { return {}; }
  const Statement& statement = body.statements[event.full_expression];
  const bool alone = statement.declares == 1 && statement.at.line != 0 &&
                     statement.at.end_line == event.at.end_line &&
                     statement.at.end_column == event.at.end_column + 1;
  if (!alone) { return {}; }
  edits.front().at =
      at(statement.at.file, statement.at.line, statement.at.column, event.at.line, event.at.column);
  return edits;
}

/// Only where nothing but the guard is declared between it and the await: what follows sees the rest.
std::vector<Fix> Fixes::endLockBefore(const Spot& spot) const {
  const Body& body = bodyOf(spot.body);
  if (spot.steps.empty() || spot.steps.front().body != spot.body) { return {}; }
  const Event& lock = body.events[spot.steps.front().event];
  const Event& await = body.events[spot.event];
  if (lock.kind != EventKind::Construct || lock.target == 0 || lock.in_macro ||
      lock.full_expression >= body.statements.size()) {
    return {};
  }
  const Statement& guard = body.statements[lock.full_expression];
  const Statement* suspending = statementAround(body, guard.scope, await.at);
  const bool in_order = guard.at.line != 0 && suspending != nullptr && isBefore(guard.at, suspending->at);
  if (!in_order) { return {}; }
  const auto hides = [&](const Statement& one) {
    return one.declares != 0 && one.scope == guard.scope && isBefore(guard.at, one.at) &&
           isBefore(one.at, suspending->at);
  };
  if (std::any_of(body.statements.begin(), body.statements.end(), hides)) { return {}; }
  const auto used_later = [&](const Event& event) {
    return !isBefore(event.at, suspending->at) && event.kind != EventKind::Destroy &&
           (event.object->path == lock.target ||
            std::any_of(event.arguments.begin(), event.arguments.end(),
                        [&](const Value& value) { return value.path == lock.target; }));
  };
  if (std::any_of(body.events.begin(), body.events.end(), used_later)) { return {}; }
  const auto after = [&](const Statement& one) {
    return one.at.line != 0 && one.scope == guard.scope && isBefore(suspending->at, one.at) &&
           !contains(suspending->at, one.at);
  };
  const bool last = std::none_of(body.statements.begin(), body.statements.end(), after);
  const std::string indent(suspending->at.column - 1, ' ');
  Fix fix{.description = "unlock before the await", .safe = last};
  fix.edits.push_back(insertion(guard.at, "{\n" + indent));
  fix.edits.push_back(insertion(suspending->at, "}\n" + indent));
  return {fix};
}

} // namespace nostall

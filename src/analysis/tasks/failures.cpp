#include "analysis/tasks/failures.h"

#include "analysis/bodies/body_flow.h"
#include "analysis/contexts/classify.h"
#include "analysis/contexts/task_types.h"

#include <algorithm>
#include <array>
#include <set>
#include <string_view>

namespace nostall {

static constexpr uint32_t deep_enough = 64;

/// Of the standard library: what they throw was thrown by others and kept.
static constexpr std::array<std::string_view, 3> passes_on_exceptions = {
    "std::rethrow_exception", "std::future::get", "std::shared_future::get"};

std::span<const NodeId> calleesAt(const Program& program, BodyId body, EventId event) {
  const LinkedBody& linked = program.bodies[body];
  const auto first = program.edges.begin() + linked.first_edge;
  const auto found = std::lower_bound(first, first + linked.edge_count, event,
                                      [](const Edge& edge, EventId wanted) { return edge.event < wanted; });
  if (found == first + linked.edge_count || found->event != event) { return {}; }
  return calleesOf(program, *found);
}

MayFail Failures::of(NodeId node) {
  if (known_[node]) { return *known_[node]; }
  if (depth_ > deep_enough) { return MayFail::Hardly; }
  known_[node] = MayFail::No; // what calls itself fails when the rest of it does
  ++depth_;
  known_[node] = look(node);
  --depth_;
  return *known_[node];
}

MayFail Failures::look(NodeId id) {
  const Node& node = program_.nodes[id];
  if (program_.symbols.functions[node.function].is_noexcept) { return MayFail::No; }
  MayFail worst = MayFail::No;
  for (BodyId body = node.first_body; body < node.first_body + node.body_count && worst != MayFail::Yes;
       ++body) {
    worst = std::max(worst, lookAt(body));
  }
  return worst;
}

/// In a handler only what it throws on counts: that it may fail to log is nobody's bug.
MayFail Failures::lookAt(BodyId id) {
  const Body& body = program_.bodies[id].body;
  std::vector<char> normal = reachableFrom(body, body.entry, Edges::Normal);
  if (body.entry < normal.size()) { normal[body.entry] = 1; }
  MayFail worst = MayFail::No;
  for (BlockId number = 0; number < body.blocks.size(); ++number) {
    const Block& block = body.blocks[number];
    if (worst == MayFail::Yes) { break; }
    if (handlesEverything(body, block)) { continue; }
    for (EventId event = block.first; event < block.first + block.count; ++event) {
      const bool counts = normal[number] != 0 || body.events[event].kind == EventKind::Throw;
      if (counts && worst != MayFail::Yes) { worst = std::max(worst, lookAtEvent(id, event)); }
    }
  }
  return worst;
}

bool Failures::handlesEverything(const Body& body, const Block& block) const {
  return std::ranges::any_of(block.handlers, [&](BlockId handler) {
    return std::ranges::any_of(body.blocks[handler].catches, [&](const CatchClause& clause) {
      return clause.type == no_id ||
             program_.symbols.text(program_.symbols.types[clause.type].name) == "std::exception";
    });
  });
}

MayFail Failures::lookAtEvent(BodyId body, EventId id) {
  const Event& event = program_.bodies[body].body.events[id];
  if (event.kind == EventKind::Throw) { return MayFail::Yes; }
  if (event.kind == EventKind::Suspend && event.suspend == SuspendKind::Await) {
    return lookAtAwait(body, id);
  }
  const bool calls = event.kind == EventKind::Call || event.kind == EventKind::Construct;
  return calls && !event.implicit ? lookAtCall(body, id) : MayFail::No;
}

MayFail Failures::lookAtCall(BodyId body, EventId id) {
  const Event& event = program_.bodies[body].body.events[id];
  if (event.callee == no_id) { return MayFail::Hardly; }
  // Other people's functions: most that may throw never do.
  const FunctionFacts& named = program_.symbols.functions[event.callee];
  const std::string_view name = program_.symbols.text(named.name);
  if (named.is_noexcept) { return MayFail::No; }
  if (std::ranges::find(passes_on_exceptions, name) != passes_on_exceptions.end()) { return MayFail::Yes; }
  // An awaiter that wraps another; in a coroutine the suspension is looked at.
  if (!isCoroutine(program_.bodies[body].node) && lastName(name) == "await_resume") {
    return ofResume(body, id);
  }
  if (named.external || isCoroutineMachinery(name)) { return MayFail::No; }
  const std::span<const NodeId> callees = calleesAt(program_, body, id);
  if (callees.empty()) { return MayFail::Hardly; }
  MayFail worst = MayFail::No;
  for (const NodeId callee : callees) {
    // What a coroutine throws goes to its task.
    if (!isCoroutine(callee)) { worst = std::max(worst, of(callee)); }
  }
  return worst;
}

MayFail Failures::lookAtAwait(BodyId body, EventId id) {
  const Body& code = program_.bodies[body].body;
  const Event& suspension = code.events[id];
  // `co_await this_coro::executor` asks and waits for nothing.
  if (program_.symbols.text(suspension.object->path).starts_with("global:")) { return MayFail::No; }
  const EventId resume = resumeOf(code, id);
  if (resume != no_id && program_.symbols.functions[code.events[resume].callee].is_noexcept) {
    return MayFail::No;
  }
  const EventId made_by = suspension.object->from;
  if (made_by != no_id) {
    if (throwsNothing(code.events[made_by])) { return MayFail::No; }
    if (const auto failure = ofTasks(calleesAt(program_, body, made_by))) { return *failure; }
  }
  return resume == no_id ? MayFail::Yes : ofResume(body, resume);
}

/// How the tasks may fail that calls of these functions return; nothing when one of them is not known.
std::optional<MayFail> Failures::ofTasks(std::span<const NodeId> callees) {
  if (callees.empty()) { return std::nullopt; }
  const auto known = known_tasks_.find(callees.data());
  if (known != known_tasks_.end()) { return known->second; }
  const std::optional<std::vector<NodeId>> coroutines = coroutinesBehind(callees);
  std::optional<MayFail> failure;
  if (coroutines) { failure = worstOf(*coroutines); }
  // What was cut off on the way down is asked again from above.
  if (depth_ == 0) { known_tasks_[callees.data()] = failure; }
  return failure;
}

std::optional<std::vector<NodeId>> Failures::coroutinesBehind(std::span<const NodeId> callees) const {
  std::vector<NodeId> found;
  std::set<NodeId> seen;
  std::set<const NodeId*> seen_lists;
  std::vector<std::span<const NodeId>> open{callees};
  while (!open.empty()) {
    const std::span<const NodeId> list = open.back();
    open.pop_back();
    if (!seen_lists.insert(list.data()).second) { continue; }
    for (const NodeId node : list) {
      if (!seen.insert(node).second) { continue; }
      if (isCoroutine(node)) {
        found.push_back(node);
      } else if (!addReturned(program_.nodes[node], open)) {
        return std::nullopt;
      }
    }
  }
  return found;
}

/// A plain function that returns a coroutine's task stands for the coroutine.
bool Failures::addReturned(const Node& plain, std::vector<std::span<const NodeId>>& lists) const {
  bool all = false;
  for (BodyId body = plain.first_body; body < plain.first_body + plain.body_count; ++body) {
    for (const Event& event : program_.bodies[body].body.events) {
      if (event.kind != EventKind::Return || event.arguments.empty()) { continue; }
      const EventId made_by = event.arguments[0].from;
      const auto callees = made_by == no_id ? std::span<const NodeId>() : calleesAt(program_, body, made_by);
      if (callees.empty()) { return false; }
      lists.push_back(callees);
      all = true;
    }
  }
  return all;
}

MayFail Failures::worstOf(std::span<const NodeId> nodes) {
  MayFail worst = MayFail::No;
  for (const NodeId node : nodes) {
    worst = std::max(worst, of(node));
  }
  return worst;
}

/// What an awaiter's end may throw: anything when nobody sees its body.
MayFail Failures::ofResume(BodyId body, EventId resume) {
  const Event& event = program_.bodies[body].body.events[resume];
  if (program_.symbols.functions[event.callee].is_noexcept) { return MayFail::No; }
  const std::span<const NodeId> callees = calleesAt(program_, body, resume);
  return callees.empty() ? MayFail::Yes : worstOf(callees);
}

/// The operation was given something to report its errors to.
bool Failures::throwsNothing(const Event& awaited) const {
  return std::ranges::any_of(awaited.arguments,
                             [&](const Value& value) { return matcher_.isNoThrow(value.type); });
}

/// The call of await_resume that goes with the suspension; no_id when nobody sees it.
EventId Failures::resumeOf(const Body& body, EventId suspension) const {
  for (EventId id = suspension + 1; id < body.events.size(); ++id) {
    const Event& event = body.events[id];
    if (event.full_expression != body.events[suspension].full_expression) { return no_id; }
    if (event.kind != EventKind::Call || event.callee == no_id) { continue; }
    const FunctionFacts& callee = program_.symbols.functions[event.callee];
    if (lastName(program_.symbols.text(callee.name)) == "await_resume") { return id; }
  }
  return no_id;
}

} // namespace nostall

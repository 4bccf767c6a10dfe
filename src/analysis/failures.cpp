#include "analysis/failures.h"

#include "analysis/body_flow.h"
#include "analysis/classify.h"
#include "analysis/task_types.h"

#include <algorithm>

namespace nostall {

static constexpr uint32_t deep_enough = 64;

std::vector<NodeId> calleesAt(const Program& program, BodyId body, EventId event) {
  const LinkedBody& linked = program.bodies[body];
  const auto first = program.edges.begin() + linked.first_edge;
  const auto found = std::lower_bound(first, first + linked.edge_count, event,
                                      [](const Edge& edge, EventId wanted) { return edge.event < wanted; });
  if (found == first + linked.edge_count || found->event != event) { return {}; }
  const std::span<const NodeId> callees = calleesOf(program, *found);
  return {callees.begin(), callees.end()};
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
  for (BodyId body = node.first_body; body < node.first_body + node.body_count; ++body) {
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
    if (handlesEverything(body, block)) { continue; }
    for (EventId event = block.first; event < block.first + block.count; ++event) {
      const bool counts = normal[number] != 0 || body.events[event].kind == EventKind::Throw;
      if (counts) { worst = std::max(worst, lookAtEvent(id, event)); }
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
  if (named.is_noexcept || named.external || isCoroutineMachinery(program_.symbols.text(named.name))) {
    return MayFail::No;
  }
  const std::vector<NodeId> callees = calleesAt(program_, body, id);
  if (callees.empty()) { return MayFail::Hardly; }
  MayFail worst = MayFail::No;
  for (const NodeId callee : callees) {
    // What a coroutine throws goes to its task.
    const bool coroutine = program_.symbols.functions[program_.nodes[callee].function].coroutine;
    if (!coroutine) { worst = std::max(worst, of(callee)); }
  }
  return worst;
}

MayFail Failures::lookAtAwait(BodyId body, EventId id) {
  const Body& code = program_.bodies[body].body;
  const Event& suspension = code.events[id];
  // `co_await this_coro::executor` asks and waits for nothing.
  if (program_.symbols.text(suspension.object->path).starts_with("global:")) { return MayFail::No; }
  if (resumesQuietly(code, id)) { return MayFail::No; }
  const EventId made_by = suspension.object->from;
  if (made_by == no_id) { return MayFail::Yes; }
  if (throwsNothing(code.events[made_by])) { return MayFail::No; }
  const std::vector<NodeId> callees = calleesAt(program_, body, made_by);
  MayFail worst = callees.empty() ? MayFail::Yes : MayFail::No;
  for (const NodeId callee : callees) {
    const bool coroutine = program_.symbols.functions[program_.nodes[callee].function].coroutine;
    worst = std::max(worst, coroutine ? of(callee) : MayFail::Yes);
  }
  return worst;
}

/// The operation was given something to report its errors to.
bool Failures::throwsNothing(const Event& awaited) const {
  return std::ranges::any_of(awaited.arguments,
                             [&](const Value& value) { return matcher_.isNoThrow(value.type); });
}

/// The await_resume that goes with the suspension throws nothing.
bool Failures::resumesQuietly(const Body& body, EventId suspension) const {
  for (EventId id = suspension + 1; id < body.events.size(); ++id) {
    const Event& event = body.events[id];
    if (event.full_expression != body.events[suspension].full_expression) { return false; }
    if (event.kind != EventKind::Call || event.callee == no_id) { continue; }
    const FunctionFacts& callee = program_.symbols.functions[event.callee];
    if (lastName(program_.symbols.text(callee.name)) == "await_resume") { return callee.is_noexcept; }
  }
  return false;
}

} // namespace nostall

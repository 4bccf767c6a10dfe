#include "analysis/await_rules.h"

#include <algorithm>
#include <vector>

namespace nostall {
namespace {

class Deadlines {
public:
  explicit Deadlines(const BodyRules& input)
      : input_(input), symbols_(input.program.symbols), bounded_(input.program.nodes.size(), Unknown) {}

  /// Awaits of the body that nothing around them ends.
  std::vector<EventId> unbounded(BodyId body);

private:
  enum Answer : char { Unknown, No, Yes };

  bool isRace(const Event& event) const;
  bool sets(const Event& event) const {
    return isRace(event) || input_.matcher.setsDeadline(event) != nullptr;
  }
  bool bodySets(const Body& body) const;
  bool isSetAround(const Body& body, EventId id) const;
  bool callersSet(NodeId node);
  bool callSets(const Edge& edge);

  const BodyRules& input_;
  const Symbols& symbols_;
  std::vector<Answer> bounded_; // by NodeId: all visible callers set a deadline
};

/// `read() || timer.async_wait()`
bool Deadlines::isRace(const Event& event) const {
  if (event.kind != EventKind::Call || event.callee == no_id) { return false; }
  return symbols_.text(symbols_.functions[event.callee].name).ends_with("operator||");
}

bool Deadlines::bodySets(const Body& body) const {
  return std::any_of(body.events.begin(), body.events.end(), [&](const Event& event) {
    return (event.kind == EventKind::Call || event.kind == EventKind::Construct) &&
           input_.matcher.setsDeadline(event) != nullptr;
  });
}

bool Deadlines::isSetAround(const Body& body, EventId id) const {
  return std::any_of(body.events.begin(), body.events.end(), [&](const Event& event) {
    const bool same = event.full_expression == body.events[id].full_expression;
    return same && (event.kind == EventKind::Call || event.kind == EventKind::Construct) && sets(event);
  });
}

bool Deadlines::callSets(const Edge& edge) {
  const LinkedBody& caller = input_.program.bodies[edge.body];
  return bodySets(caller.body) || isSetAround(caller.body, edge.event) || callersSet(caller.node);
}

bool Deadlines::callersSet(NodeId node) {
  if (bounded_[node] != Unknown) { return bounded_[node] == Yes; }
  bounded_[node] = No; // also for those that call themselves
  const auto incoming = input_.graph.incoming(node);
  const bool all = std::all_of(incoming.begin(), incoming.end(),
                               [&](EdgeId edge) { return callSets(input_.graph.edge(edge)); });
  bounded_[node] = !incoming.empty() && all ? Yes : No;
  return bounded_[node] == Yes;
}

std::vector<EventId> Deadlines::unbounded(BodyId id) {
  const LinkedBody& linked = input_.program.bodies[id];
  const Body& body = linked.body;
  std::vector<EventId> found;
  for (EventId event = 0; event < body.events.size(); ++event) {
    const Event& suspend = body.events[event];
    const bool awaits = suspend.kind == EventKind::Suspend && suspend.suspend == SuspendKind::Await;
    if (!awaits || suspend.object->from == no_id) { continue; }
    const EventId call = suspend.object->from;
    if (input_.matcher.waitsForPeer(body.events[call]) == nullptr || isSetAround(body, call)) { continue; }
    found.push_back(call);
  }
  if (!found.empty() && (bodySets(body) || callersSet(linked.node))) { found.clear(); }
  return found;
}

} // namespace

std::vector<Spot> findMissingTimeouts(const BodyRules& input) {
  std::vector<Spot> spots;
  const std::optional<uint32_t> rule = ruleNamed(input.rules, "missing-timeout");
  if (!rule) { return spots; }
  Deadlines deadlines(input);
  const Symbols& symbols = input.program.symbols;
  for (BodyId id = 0; id < input.program.bodies.size(); ++id) {
    if (!input.classes.isAsyncCoroutine(input.program.bodies[id].node)) { continue; }
    for (const EventId event : deadlines.unbounded(id)) {
      const FunctionId callee = input.program.bodies[id].body.events[event].callee;
      Spot spot{.rule = *rule, .body = id, .event = event};
      spot.callee = callee == no_id ? std::string() : symbols.text(symbols.functions[callee].display);
      spots.push_back(std::move(spot));
    }
  }
  return spots;
}

} // namespace nostall

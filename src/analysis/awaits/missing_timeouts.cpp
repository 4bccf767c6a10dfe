#include "analysis/awaits/await_rules.h"
#include "analysis/contexts/task_types.h"
#include "analysis/tasks/failures.h"

#include <algorithm>
#include <map>
#include <set>
#include <string_view>
#include <vector>

namespace nostall {
namespace {

class Deadlines {
public:
  explicit Deadlines(const BodyRules& input)
      : input_(input), symbols_(input.program.symbols), bounded_(input.program.nodes.size(), Unknown) {
    findWatchedMembers();
  }

  /// Awaits of the body that nothing around them ends.
  std::vector<EventId> unbounded(BodyId body);

private:
  enum Answer : char { Unknown, No, Yes };

  bool isRace(const Event& event) const;
  bool sets(const Event& event) const {
    return isRace(event) || input_.matcher.setsDeadline(event) != nullptr;
  }
  bool bodySets(const Body& body) const;
  bool isSetAround(BodyId body, EventId id) const;
  bool isWatchdog(BodyId body, EventId id) const;
  void findWatchedMembers();
  FunctionId methodAround(FunctionId function) const;
  bool isWatched(const Body& body, const Event& call) const;
  bool callersSet(NodeId node);
  bool callSets(const Edge& edge);

  const BodyRules& input_;
  const Symbols& symbols_;
  std::vector<Answer> bounded_;                          // by NodeId: all visible callers set a deadline
  std::map<TypeId, std::set<std::string_view>> watched_; // members of a class that a timer of it ends
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

bool Deadlines::isSetAround(BodyId in_body, EventId id) const {
  const Body& body = input_.program.bodies[in_body].body;
  for (EventId other = 0; other < body.events.size(); ++other) {
    const Event& event = body.events[other];
    const bool calls = event.kind == EventKind::Call || event.kind == EventKind::Construct;
    if (!calls || event.full_expression != body.events[id].full_expression) { continue; }
    if (sets(event) || (other != id && isWatchdog(in_body, other))) { return true; }
  }
  return false;
}

/// `session() && watchdog()`: a coroutine that waits for a timer and then throws ends what runs beside it.
bool Deadlines::isWatchdog(BodyId body, EventId id) const {
  const std::span<const NodeId> callees = calleesAt(input_.program, body, id);
  return std::any_of(callees.begin(), callees.end(), [&](NodeId callee) {
    const Node& node = input_.program.nodes[callee];
    if (!symbols_.functions[node.function].coroutine || node.body_count == 0) { return false; }
    const Body& own = input_.program.bodies[node.first_body].body;
    const bool throws = std::any_of(own.events.begin(), own.events.end(),
                                    [](const Event& event) { return event.kind == EventKind::Throw; });
    return throws && bodySets(own);
  });
}

FunctionId Deadlines::methodAround(FunctionId function) const {
  while (symbols_.functions[function].enclosing != no_id) {
    function = symbols_.functions[function].enclosing;
  }
  return function;
}

/// "socket_" of "this.socket_"; empty for what is no member.
std::string_view memberOf(std::string_view path) {
  const size_t dot = path.rfind('.');
  return dot == std::string_view::npos ? std::string_view() : path.substr(dot + 1);
}

/// A method that sets a timer and closes a member, at once or in a lambda.
void Deadlines::findWatchedMembers() {
  std::set<FunctionId> setting;
  std::vector<std::pair<FunctionId, std::string_view>> closed;
  for (const LinkedBody& linked : input_.program.bodies) {
    const FunctionId method = methodAround(linked.body.function);
    if (symbols_.functions[method].owner == no_id) { continue; }
    if (bodySets(linked.body)) { setting.insert(method); }
    for (const Event& event : linked.body.events) {
      if (event.kind != EventKind::Call || event.callee == no_id) { continue; }
      const std::string_view member = memberOf(symbols_.text(event.object->path));
      const std::string_view name = lastName(symbols_.text(symbols_.functions[event.callee].name));
      const bool closes = name == "close" || name == "cancel" || name == "shutdown";
      if (closes && !member.empty()) { closed.emplace_back(method, member); }
    }
  }
  for (const auto& [method, member] : closed) {
    if (setting.count(method) != 0) { watched_[symbols_.functions[method].owner].insert(member); }
  }
}

/// Another method of the class ends the operations of the member that the call is made of.
bool Deadlines::isWatched(const Body& body, const Event& call) const {
  const auto found = watched_.find(symbols_.functions[methodAround(body.function)].owner);
  if (found == watched_.end()) { return false; }
  const auto is_watched = [&](const Value& value) {
    return found->second.count(memberOf(symbols_.text(value.path))) != 0;
  };
  return is_watched(*call.object) || std::any_of(call.arguments.begin(), call.arguments.end(), is_watched);
}

bool Deadlines::callSets(const Edge& edge) {
  const LinkedBody& caller = input_.program.bodies[edge.body];
  return bodySets(caller.body) || isSetAround(edge.body, edge.event) || callersSet(caller.node);
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
    if (input_.matcher.waitsForPeer(body.events[call]) == nullptr) { continue; }
    if (isSetAround(id, call) || isWatched(body, body.events[call])) { continue; }
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

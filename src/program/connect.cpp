#include "program/connect.h"

#include "program/callable_flow.h"
#include "program/dispatch.h"

#include <algorithm>
#include <numeric>
#include <span>
#include <utility>
#include <vector>

namespace nostall {
namespace {

bool isCall(const Event& event) {
  return event.kind == EventKind::Call || event.kind == EventKind::Construct ||
         event.kind == EventKind::Destroy;
}

class Connector {
public:
  explicit Connector(Program& program)
      : program_(program), dispatch_(program), runs_object_(functionsThatRunObject(program.symbols)) {}

  void connect() {
    program_.callees.resize(program_.nodes.size());
    std::iota(program_.callees.begin(), program_.callees.end(), 0);
    for (BodyId body = 0; body < program_.bodies.size(); ++body) {
      const auto first = static_cast<EdgeId>(program_.edges.size());
      const std::vector<Event>& events = program_.bodies[body].body.events;
      for (EventId event = 0; event < events.size(); ++event) {
        if (isCall(events[event])) { addCall(body, event, events[event]); }
      }
      program_.bodies[body].first_edge = first;
      program_.bodies[body].edge_count = static_cast<uint32_t>(program_.edges.size()) - first;
    }
  }

private:
  void addCall(BodyId body, EventId id, const Event& event) {
    // The end of an object with a trivial destructor calls nothing.
    if (event.kind == EventKind::Destroy && event.callee == no_id) { return; }
    ++program_.statistics.calls;
    const bool through_value = event.callee == no_id || runs_object_[event.callee] != 0;
    if (through_value && !event.object->callables.empty()) {
      addVisibleTargets(body, id, event);
    } else if (through_value) {
      // What a caller passes, the caller runs.
      const FunctionId function = program_.bodies[body].body.function;
      const bool passed = ownParameter(program_.symbols, function, *event.object).has_value();
      if (!passed) { ++program_.statistics.pointer_calls; }
    } else if (event.is_virtual) {
      addVirtualCall(body, id, event);
    } else {
      addDirectCall(body, id, event.callee);
    }
  }

  void addDirectCall(BodyId body, EventId event, FunctionId callee) {
    // Most functions have one definition or none.
    const NodeId first = program_.first_node[callee];
    const uint32_t definitions = program_.first_node[callee + 1] - first;
    if (definitions == 0) { return; }
    if (definitions == 1) { return addEdge({.body = body, .event = event, .candidates = 1}, {&first, 1}); }
    const Resolution resolution = resolve(program_, callee, program_.bodies[body].targets);
    if (resolution.ambiguous) { ++program_.statistics.ambiguous_calls; }
    const EdgeKind kind = resolution.ambiguous ? EdgeKind::Ambiguous : EdgeKind::Direct;
    addEdge({.body = body, .event = event, .candidates = 1, .kind = kind}, resolution.nodes);
  }

  /// A call through a variable whose value is seen: a lambda, a named function. Of a virtual method the
  /// overriders may run.
  void addVisibleTargets(BodyId body, EventId id, const Event& event) {
    std::vector<FunctionId> functions;
    for (const FunctionId callable : event.object->callables) {
      const FunctionFacts& facts = program_.symbols.functions[callable];
      if (facts.is_virtual && facts.owner != no_id) {
        const auto& overriders = dispatch_.candidates(callable, facts.owner, program_.bodies[body].targets);
        functions.insert(functions.end(), overriders.begin(), overriders.end());
      } else {
        functions.push_back(callable);
      }
    }
    const Edge edge{.body = body,
                    .event = id,
                    .candidates = static_cast<uint32_t>(functions.size()),
                    .kind = functions.size() > 1 ? EdgeKind::Dispatched : EdgeKind::Direct};
    addEdge(edge, nodesOf(functions, body));
  }

  void addVirtualCall(BodyId body, EventId id, const Event& event) {
    ++program_.statistics.virtual_calls;
    TypeId object_class = objectType(program_.symbols, event.object->type);
    if (object_class == no_id) { object_class = program_.symbols.functions[event.callee].owner; }
    if (object_class == no_id) { return addDirectCall(body, id, event.callee); }
    const std::vector<FunctionId>& candidates =
        dispatch_.candidates(event.callee, object_class, program_.bodies[body].targets);
    const Edge edge{.body = body,
                    .event = id,
                    .candidates = static_cast<uint32_t>(candidates.size()),
                    .kind = candidates.size() > 1 ? EdgeKind::Dispatched : EdgeKind::Direct};
    addEdge(edge, nodesOf(candidates, body));
  }

  std::vector<NodeId> nodesOf(std::span<const FunctionId> functions, BodyId body) const {
    std::vector<NodeId> nodes;
    for (const FunctionId function : functions) {
      const Resolution resolution = resolve(program_, function, program_.bodies[body].targets);
      nodes.insert(nodes.end(), resolution.nodes.begin(), resolution.nodes.end());
    }
    std::sort(nodes.begin(), nodes.end());
    nodes.erase(std::unique(nodes.begin(), nodes.end()), nodes.end());
    return nodes;
  }

  void addEdge(Edge edge, std::span<const NodeId> nodes) {
    if (nodes.empty()) { return; }
    edge.count = static_cast<uint32_t>(nodes.size());
    edge.candidates = std::max(edge.candidates, edge.count);
    // `callees` begins with every node once.
    edge.first = nodes.size() == 1 ? nodes.front() : shared(nodes);
    program_.edges.push_back(edge);
  }

  /// Virtual calls of one method mostly have the same callees: a list is written once.
  uint32_t shared(std::span<const NodeId> nodes) {
    const auto [at, added] = lists_.try_emplace(std::vector<NodeId>(nodes.begin(), nodes.end()),
                                                static_cast<uint32_t>(program_.callees.size()));
    if (added) { program_.callees.insert(program_.callees.end(), nodes.begin(), nodes.end()); }
    return at->second;
  }

  Program& program_;
  Dispatch dispatch_;
  const std::vector<char> runs_object_; // by FunctionId
  std::map<std::vector<NodeId>, uint32_t> lists_;
};

} // namespace

void connect(Program& program) {
  Connector(program).connect();
}

} // namespace nostall

#include "program/connect.h"

#include "program/callable_flow.h"
#include "program/dispatch.h"
#include "support/parallel.h"

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

/// Edges in pieces: a vector would hold them twice while it grows.
class EdgeList {
public:
  void push_back(const Edge& edge) {
    if (size_ % piece == 0) { pieces_.emplace_back().reserve(piece); }
    pieces_.back().push_back(edge);
    ++size_;
  }
  uint32_t size() const { return size_; }

  /// Moves them to the end of `edges`, and lets go of each piece on the way.
  void moveTo(std::vector<Edge>& edges) {
    for (std::vector<Edge>& moved : pieces_) {
      edges.insert(edges.end(), moved.begin(), moved.end());
      moved = {};
    }
    pieces_.clear();
  }

private:
  static constexpr uint32_t piece = 1U << 15U;

  std::vector<std::vector<Edge>> pieces_;
  uint32_t size_ = 0;
};

/// Connects some bodies that stand together.
class Connector {
public:
  Connector(Program& program, const Dispatch& dispatch, const std::vector<char>& runs_object)
      : program_(program), dispatch_(dispatch), runs_object_(runs_object) {}

  /// Numbers of edges begin at 0, and of several callees `first` is an index into `lists`.
  void connect(BodyId first, BodyId last) {
    for (BodyId body = first; body < last; ++body) {
      const EdgeId first_edge = edges.size();
      const PackedVector<Event>& events = program_.bodies[body].body.events;
      for (EventId event = 0; event < events.size(); ++event) {
        if (isCall(events[event])) { addCall(body, event, events[event]); }
      }
      program_.bodies[body].first_edge = first_edge;
      program_.bodies[body].edge_count = edges.size() - first_edge;
    }
  }

  EdgeList edges;
  std::vector<const std::vector<NodeId>*> lists; ///< in the order of their first use
  ProgramStatistics statistics;

private:
  void addCall(BodyId body, EventId id, const Event& event) {
    // The end of an object with a trivial destructor calls nothing.
    if (event.kind == EventKind::Destroy && event.callee == no_id) { return; }
    ++statistics.calls;
    const bool through_value = event.callee == no_id || runs_object_[event.callee] != 0;
    if (through_value && !event.object->callables.empty()) {
      addVisibleTargets(body, id, event);
    } else if (through_value) {
      // What a caller passes, the caller runs.
      const FunctionId function = program_.bodies[body].body.function;
      const bool passed = ownParameter(program_.symbols, function, *event.object).has_value();
      if (!passed) { ++statistics.pointer_calls; }
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
    if (resolution.ambiguous) { ++statistics.ambiguous_calls; }
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
    ++statistics.virtual_calls;
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
    edge.first = nodes.size() == 1 ? nodes.front() : listOf(nodes);
    edges.push_back(edge);
  }

  /// Virtual calls of one method mostly have the same callees: a list is written once.
  uint32_t listOf(std::span<const NodeId> nodes) {
    const auto [at, added] = known_lists_.try_emplace(std::vector<NodeId>(nodes.begin(), nodes.end()),
                                                      static_cast<uint32_t>(lists.size()));
    if (added) { lists.push_back(&at->first); }
    return at->second;
  }

  Program& program_;
  Dispatch dispatch_;
  const std::vector<char>& runs_object_; // by FunctionId
  std::map<std::vector<NodeId>, uint32_t> known_lists_;
};

/// Puts the edges of parts one behind the other.
class EdgeJoiner {
public:
  explicit EdgeJoiner(Program& program) : program_(program) {
    // So that the only callee of an edge is in the table too.
    program.callees.resize(program.nodes.size());
    std::iota(program.callees.begin(), program.callees.end(), 0);
  }

  /// `first` and `last`: the bodies of the part.
  void add(Connector& part, BodyId first, BodyId last) {
    const auto before = static_cast<EdgeId>(program_.edges.size());
    for (BodyId body = first; body < last; ++body) {
      program_.bodies[body].first_edge += before;
    }
    std::vector<uint32_t> first_callee;
    first_callee.reserve(part.lists.size());
    for (const std::vector<NodeId>* list : part.lists) {
      first_callee.push_back(offsetOf(*list));
    }
    part.edges.moveTo(program_.edges);
    for (EdgeId id = before; id < program_.edges.size(); ++id) {
      Edge& edge = program_.edges[id];
      if (edge.count > 1) { edge.first = first_callee[edge.first]; }
    }
    program_.statistics.calls += part.statistics.calls;
    program_.statistics.pointer_calls += part.statistics.pointer_calls;
    program_.statistics.virtual_calls += part.statistics.virtual_calls;
    program_.statistics.ambiguous_calls += part.statistics.ambiguous_calls;
  }

private:
  uint32_t offsetOf(const std::vector<NodeId>& list) {
    const auto [at, added] = offsets_.try_emplace(list, static_cast<uint32_t>(program_.callees.size()));
    if (added) { program_.callees.insert(program_.callees.end(), list.begin(), list.end()); }
    return at->second;
  }

  Program& program_;
  std::map<std::vector<NodeId>, uint32_t> offsets_;
};

} // namespace

void connect(Program& program) {
  const Dispatch dispatch(program);
  const std::vector<char> runs_object = functionsThatRunObject(program.symbols);
  std::vector<Connector> parts(coresToUse(), Connector(program, dispatch, runs_object));
  std::vector<std::pair<BodyId, BodyId>> bodies(parts.size());
  const size_t used =
      inParts(program.bodies.size(), parts.size(), [&](size_t part, size_t first, size_t last) {
        bodies[part] = {static_cast<BodyId>(first), static_cast<BodyId>(last)};
        parts[part].connect(bodies[part].first, bodies[part].second);
      });
  EdgeJoiner joiner(program);
  program.edges.reserve(
      std::accumulate(parts.begin(), parts.end(), size_t{0},
                      [](size_t sum, const Connector& part) { return sum + part.edges.size(); }));
  for (size_t part = 0; part < used; ++part) {
    joiner.add(parts[part], bodies[part].first, bodies[part].second);
  }
}

} // namespace nostall

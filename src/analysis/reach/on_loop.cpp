#include "analysis/reach/on_loop.h"

#include <algorithm>
#include <utility>

namespace nostall {

OnLoop::OnLoop(const Program& program, const Classes& classes, const CallGraph& graph, const Places& places)
    : reached_(program.nodes.size()) {
  enum : char { Unreached, Open, Done };
  for (NodeId node = 0; node < program.nodes.size(); ++node) {
    if (classes.roles[node] == Role::Context) { reached_[node] = Open; }
  }
  NodeId first_open = 0; // of the next sweep
  NodeId current = 0;
  const auto pass = [&](EdgeId id) {
    const Edge& edge = graph.edge(id);
    if (edge.kind == EdgeKind::Ambiguous || edge.kind == EdgeKind::MayRunHere) { return; }
    if (places.isElsewhere(edge.body, edge.event)) { return; }
    for (const NodeId callee : graph.callees(id)) {
      if (reached_[callee] != Unreached || classes.roles[callee] != Role::Plain) { continue; }
      reached_[callee] = Open;
      if (callee < current) { first_open = std::min(first_open, callee); }
    }
  };
  const auto leave = [&](const Node& node) {
    for (BodyId body = node.first_body; body < node.first_body + node.body_count; ++body) {
      const LinkedBody& linked = program.bodies[body];
      for (EdgeId edge = linked.first_edge; edge < linked.first_edge + linked.edge_count; ++edge) {
        pass(edge);
      }
      const auto [first, end] = graph.extraEdges(body);
      for (EdgeId edge = first; edge < end; ++edge) {
        pass(edge);
      }
    }
  };
  // In the order of the nodes, again and again: what a function calls mostly stands near it in memory.
  while (first_open < program.nodes.size()) {
    current = std::exchange(first_open, static_cast<NodeId>(program.nodes.size()));
    for (; current < program.nodes.size(); ++current) {
      if (reached_[current] != Open) { continue; }
      reached_[current] = Done;
      leave(program.nodes[current]);
    }
  }
}

} // namespace nostall

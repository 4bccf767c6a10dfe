#include "analysis/on_loop.h"

namespace nostall {

OnLoop::OnLoop(const Program& program, const Classes& classes, const CallGraph& graph, const Places& places)
    : reached_(program.nodes.size()) {
  std::vector<NodeId> open;
  for (NodeId node = 0; node < program.nodes.size(); ++node) {
    if (classes.roles[node] != Role::Context) { continue; }
    reached_[node] = 1;
    open.push_back(node);
  }
  const auto pass = [&](EdgeId id) {
    const Edge& edge = graph.edge(id);
    if (edge.kind == EdgeKind::Ambiguous || edge.kind == EdgeKind::MayRunHere) { return; }
    if (places.isElsewhere(edge.body, edge.event)) { return; }
    for (const NodeId callee : graph.callees(id)) {
      if (reached_[callee] != 0 || classes.roles[callee] != Role::Plain) { continue; }
      reached_[callee] = 1;
      open.push_back(callee);
    }
  };
  while (!open.empty()) {
    const Node& node = program.nodes[open.back()];
    open.pop_back();
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
  }
}

} // namespace nostall

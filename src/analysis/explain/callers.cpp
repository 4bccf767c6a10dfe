#include "analysis/explain/callers.h"

#include <algorithm>
#include <map>

namespace nostall {
namespace {

class CallerSearch {
public:
  CallerSearch(const ReachInput& input, const Shown& shown) : input_(input), shown_(shown) {}

  Callers from(NodeId node) {
    callers_.visited.push_back(node);
    onward_[node] = no_id;
    const bool is_context = input_.classes.roles[node] == Role::Context;
    if (is_context) { callers_.contexts.push_back({node, {}}); }
    if (is_context && !input_.classes.passes(node)) { return std::move(callers_); }
    for (size_t next = 0; next < callers_.visited.size(); ++next) {
      for (const EdgeId id : input_.graph.incoming(callers_.visited[next])) {
        follow(id, callers_.visited[next]);
      }
    }
    return std::move(callers_);
  }

private:
  void follow(EdgeId id, NodeId callee) {
    const Edge& edge = input_.graph.edge(id);
    const bool is_call = id < input_.program.edges.size();
    // What a pack describes is not looked into.
    if (is_call && std::ranges::binary_search(input_.leaves, std::pair(edge.body, edge.event))) { return; }
    const NodeId caller = input_.program.bodies[edge.body].node;
    const Role role = input_.classes.roles[caller];
    if (role == Role::Stop || !onward_.try_emplace(caller, id).second) { return; }
    callee_[caller] = callee;
    if (role == Role::Context) { callers_.contexts.push_back({caller, chainFrom(caller)}); }
    if (input_.classes.passes(caller)) { callers_.visited.push_back(caller); }
  }

  std::vector<ChainStep> chainFrom(NodeId node) const {
    std::vector<ChainStep> chain;
    for (EdgeId id = onward_.at(node); id != no_id; id = onward_.at(node)) {
      const Edge& edge = input_.graph.edge(id);
      const NodeId callee = callee_.at(node);
      chain.push_back({.at = shown_.location(shown_.placeOf(edge.body, edge.event)),
                       .function = displayOf(node),
                       .callee = displayOf(callee)});
      node = callee;
    }
    return chain;
  }

  const std::string& displayOf(NodeId node) const {
    return shown_.display(input_.program.nodes[node].function);
  }

  const ReachInput& input_;
  const Shown& shown_;
  Callers callers_;
  std::map<NodeId, EdgeId> onward_; // the edge towards the function
  std::map<NodeId, NodeId> callee_; // what that edge calls
};

} // namespace

Callers findCallers(const ReachInput& input, const Shown& shown, NodeId node) {
  return CallerSearch(input, shown).from(node);
}

} // namespace nostall

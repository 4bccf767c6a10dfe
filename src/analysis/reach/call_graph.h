// The program's calls with what the catalog knows of callables and types that pass through external code.
#pragma once

#include "analysis/bodies/run_parameters.h"
#include "analysis/contexts/classify.h"
#include "program/dispatch.h"

#include <span>
#include <vector>

namespace nostall {

/// Why a call runs something that it does not name.
enum class Passage : uint8_t {
  None,       ///< it names it
  Inline,     ///< a callable argument that runs before the call returns
  MayRunHere, ///< a callable handed to an external function that nobody describes
  Constructs, ///< the external function makes an object of a type argument
  Destroys,   //
  Copies,     //
};

class CallGraph {
public:
  /// All must outlive the graph.
  CallGraph(const Program& program, const Classes& classes, const Matcher& matcher);

  const Edge& edge(EdgeId id) const {
    return id < program_.edges.size() ? program_.edges[id] : extra_edges_[id - program_.edges.size()];
  }
  std::span<const NodeId> callees(EdgeId id) const;
  Passage passage(EdgeId id) const {
    return id < program_.edges.size() ? Passage::None : passages_[id - program_.edges.size()];
  }
  /// Edges that may run `node`, in the order of their ids.
  std::span<const EdgeId> incoming(NodeId node) const;
  /// Edges of a body that are not in the program; the ids go on after the program's.
  std::pair<EdgeId, EdgeId> extraEdges(BodyId body) const;
  size_t edgeCount() const { return program_.edges.size() + extra_edges_.size(); }
  uint64_t mayRunHere() const { return may_run_here_; }

private:
  void addExtraEdges(BodyId body, const Classes& classes, const Matcher& matcher);
  void addCallables(BodyId body, EventId id, const Classes& classes, const Matcher& matcher);
  bool runsParameter(BodyId body, const Event& event, uint32_t parameter) const;
  void addTypeEffects(BodyId body, EventId id, const Matcher& matcher);
  std::vector<FunctionId> destructors(TypeId type, BodyId body);
  void addEdge(BodyId body, EventId event, Passage passage, std::vector<NodeId> callees);
  void indexIncoming();

  const Program& program_;
  Dispatch dispatch_;
  const RunParameters run_parameters_;
  std::vector<std::vector<FunctionId>> constructors_; // by TypeId, copies and moves not among them
  std::vector<std::vector<FunctionId>> copies_;       // by TypeId
  std::vector<Edge> extra_edges_;
  std::vector<Passage> passages_;
  std::vector<NodeId> extra_callees_;
  std::vector<EdgeId> first_extra_;      // by BodyId, one longer
  std::vector<uint32_t> first_incoming_; // by NodeId, one longer
  std::vector<EdgeId> incoming_;
  uint64_t may_run_here_ = 0;
};

} // namespace nostall

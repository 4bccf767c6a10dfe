// Many units -> one call graph with dense indices.
#pragma once

#include "model/facts.h"

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <vector>

namespace nostall {

using NodeId = uint32_t;      ///< into Program::nodes
using BodyId = uint32_t;      ///< into Program::bodies
using EdgeId = uint32_t;      ///< into Program::edges
using TargetSetId = uint32_t; ///< into Program::target_sets

/// A definition of a function. One function that is defined at several places (in several executables of a
/// database) is several nodes, each with an entry of its own in `symbols.functions`. Functions without a
/// body in the program are no nodes.
struct Node {
  FunctionId function = no_id;
  BodyId first_body = 0;
  uint32_t body_count = 0; ///< more than one when configurations differ
  TargetSetId targets = 0; ///< link targets that hold the definition
};

enum class EdgeKind : uint8_t {
  Direct,     ///< the callee is known
  Dispatched, ///< a virtual call: the callees are overriders, and others may exist without a body
  Ambiguous,  ///< several definitions, and nothing tells which is meant
  MayRunHere, ///< a callable was handed to a function that nobody describes (made by the analysis)
};

/// What a call may run; only calls that can reach a body have one.
struct Edge {
  BodyId body = 0;
  EventId event = 0;
  uint32_t first = 0;      ///< its callees are Program::callees[first, first + count), sorted; one is itself
  uint32_t count = 0;      //
  uint32_t candidates = 0; ///< callees that were considered, those without a body included
  EdgeKind kind = EdgeKind::Direct;
};

struct LinkedBody {
  Body body; ///< ids renumbered into Program::symbols; `function` is the node's
  NodeId node = 0;
  TargetSetId targets = 0; ///< a subset of the node's when configurations differ
  EdgeId first_edge = 0;
  uint32_t edge_count = 0; ///< its edges are Program::edges[first_edge, ...), by event
};

struct ProgramStatistics {
  uint64_t calls = 0;             ///< written or implicit, constructors and destructors included
  uint64_t pointer_calls = 0;     ///< through pointers and std::function, not followed
  uint64_t virtual_calls = 0;     //
  uint64_t ambiguous_calls = 0;   //
  uint64_t dependent_calls = 0;   ///< in templates, resolved by no instantiation
  uint64_t broken_coroutines = 0; ///< bodies with co_* tokens that did not become coroutines
};

struct Program {
  Symbols symbols;
  std::vector<Node> nodes; ///< by function: the nodes of one function stand together
  std::vector<LinkedBody> bodies;
  std::vector<Edge> edges;
  std::vector<NodeId> callees; ///< begins with every node once, so that single callees cost nothing
  std::vector<std::vector<StringId>> target_sets; ///< sorted; [0] is the empty set
  std::vector<char> executable_target;            ///< by StringId: this link target defines main
  std::vector<uint32_t> first_node;         ///< by FunctionId, one longer than the functions of the units
  std::vector<SuppressionComment> comments; ///< sorted by path, line, column; each written comment once
  /// By FileId: no unit that holds the file was degraded or failed.
  std::vector<char> file_parsed;
  std::vector<char> awaited; ///< by TypeId: operand of a co_await somewhere
  /// By TypeId: the link targets in which an object of it is made, sorted; 0 for code of no known target.
  std::vector<std::vector<StringId>> constructed;
  ProgramStatistics statistics;
};

/// The nodes that an edge of the program may run. The edge must outlive the result.
inline std::span<const NodeId> calleesOf(const Program& program, const Edge& edge) {
  // The callee's own number stands in `callees` too, but that is far away.
  if (edge.count == 1) { return {&edge.first, 1}; }
  return {program.callees.data() + edge.first, edge.count};
}

/// Joins units. The result does not depend on their order.
Program link(std::vector<UnitFacts> units);

/// What is known of a unit before its facts are there.
struct UnitName {
  std::string path;   ///< as its UnitFacts have it
  std::string target; ///< the same; empty when unknown
};

/// The same, with few units in memory at a time. `take` is called once for each index into `names`, in an
/// order of the linker's choice.
Program link(const std::vector<UnitName>& names, const std::function<UnitFacts(size_t)>& take);

/// What a mention of a function means.
struct Resolution {
  std::vector<NodeId> nodes; ///< sorted; empty when nobody defines it
  bool ambiguous = false;    ///< several executables define it and nothing tells which is meant
};

/// What `function` means in code that is built for `targets`: the definition in the same link target, else
/// the only one outside other executables, else all of them.
Resolution resolve(const Program& program, FunctionId function, TargetSetId targets);

/// The type behind references and pointers.
TypeId objectType(const Symbols& symbols, TypeId type);

} // namespace nostall

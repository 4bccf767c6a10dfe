// Many units -> one call graph with dense indices.
#pragma once

#include "model/facts.h"

#include <string>
#include <vector>

namespace nostall {

using NodeId = uint32_t; ///< into Program::nodes
using BodyId = uint32_t; ///< into Program::bodies

/// A definition of a function, or an external or undefined function. One function defined in several
/// executables of a database is several nodes.
struct Node {
  FunctionId function = no_id;
  std::vector<BodyId> bodies; ///< more than one when configurations differ; none when only declared
  std::vector<StringId> targets; ///< link targets it is defined in
};

/// What a call may run.
struct Edge {
  EventId event = no_id;
  std::vector<NodeId> callees; ///< sorted; more than one for virtual calls and ambiguous references
  uint32_t candidates = 0;     ///< callees that were considered, before those without a body were left out
  bool ambiguous = false;      ///< several executables define it and nothing tells which is meant
  bool dispatched = false;     ///< a virtual call: the callees are overriders
};

struct LinkedBody {
  Body body;        ///< ids renumbered into Program::symbols
  NodeId node = no_id;
  StringId target = 0;
  std::vector<Edge> edges; ///< by event
};

struct Program {
  Symbols symbols;
  std::vector<Node> nodes;
  std::vector<LinkedBody> bodies;
  std::vector<SuppressionComment> comments; ///< sorted by file, line; each written comment once
  std::vector<char> file_parsed;            ///< by FileId: every unit that holds the file parsed
  std::vector<char> awaited;                ///< by TypeId: operand of a co_await somewhere
  uint64_t unresolved_calls = 0;
  uint64_t broken_coroutines = 0;
};

/// Joins units. The result does not depend on their order.
Program link(std::vector<UnitFacts> units);

} // namespace nostall

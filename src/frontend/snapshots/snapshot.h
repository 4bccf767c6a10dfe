// Header snapshots: what many units include is parsed once. The parse comes to rest there, and each unit
// goes on from it in a process of its own, with all that Clang has in memory by then.
#pragma once

#include "database/compile_command.h"
#include "frontend/frontend.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace nostall {

inline constexpr size_t no_node = SIZE_MAX;

/// A point at which a parse rests, after the headers of all nodes above it and its own.
struct SnapshotNode {
  size_t parent = no_node;          ///< stands earlier in the plan; none: begins with nothing
  CompileCommand command;           ///< of nodes without a parent: the flags that all units below share
  std::vector<std::string> headers; ///< as #include directives name them, with quotes or brackets
};

struct SnapshotPlan {
  std::vector<SnapshotNode> nodes;
  std::vector<size_t> node_of;        ///< by command; no_node: that unit is parsed by itself
  std::vector<std::string> macros_of; ///< by command: its own definitions, as directives
};

/// Where a parse goes on from its rest.
struct Continuation {
  size_t node = no_node; ///< one whose parent it rests at; none: with a unit
  size_t unit = 0;       ///< a command whose node it rests at, or whose node is below
};

/// What a parse asks of the process it runs in.
class SnapshotHost {
public:
  virtual ~SnapshotHost() = default;
  /// The headers are read. Returns in new processes only, once for each node and unit that starts here.
  virtual Continuation rest() = 0;
  /// This node or unit cannot be parsed soundly on the snapshot: does not return.
  [[noreturn]] virtual void giveUp() = 0;
};

/// Parses the headers of a node without a parent, rests, and goes on with what `host` says until that is
/// a unit, whose facts it returns: the same as takeFacts(), but for the order of ids. `look_ups` as there.
UnitFacts takeFactsOnSnapshot(const SnapshotPlan& plan, size_t root,
                              const std::vector<CompileCommand>& commands, const FrontendOptions& options,
                              SnapshotHost& host, LookUps* look_ups = nullptr);

} // namespace nostall

// The modes of objects over the blocks of one body.
#pragma once

#include "analysis/bodies/branches.h"
#include "analysis/bodies/path_words.h"
#include "model/facts.h"
#include "model/rule.h"

#include <cstdint>
#include <string_view>
#include <vector>

namespace nostall {

struct ModeChange {
  EventId event = 0;
  PathId path = 0;
  Mode mode = Mode::Nonblocking;
  bool of_result = false; ///< what the event makes or returns, and gives to `path`
};

/// Whoever takes that way knows that a wait for `path` is over.
struct ReadyEdge {
  BranchEdge at;
  PathId path = 0;
};

/// What a body does to modes.
struct ModeEvents {
  std::vector<ModeChange> changes; ///< in the order of the events
  std::vector<ReadyEdge> ready_edges;
  std::vector<PathId> ready_at_entry; ///< parameters of a callable that gets what is over

  bool empty() const { return changes.empty() && ready_edges.empty() && ready_at_entry.empty(); }
};

class ModeFlow {
public:
  /// Body and symbols must outlive this. Paths and modes beyond the first 64 are not followed. Time: the
  /// events times the paths that change.
  ModeFlow(const Body& body, const Symbols& symbols, const ModeEvents& events);

  /// On every path to the event the object was put into the mode and neither put back nor replaced.
  bool holds(EventId event, PathId path, Mode mode) const;
  /// The body makes the object blocking or non-blocking somewhere.
  bool decides(PathId path) const;

private:
  using Bits = uint64_t;
  struct Fact {
    PathId path = 0;
    Mode mode = Mode::Nonblocking;
  };
  struct Step {
    EventId event = 0;
    Bits clears = 0;
    Bits sets = 0;
  };

  Bits bitOf(PathId path, Mode mode) const;
  Bits bitsAround(PathId path, Mode mode) const;
  Bits replacedBy(const Event& event) const;
  void addFact(PathId path, Mode mode);
  void collectFacts(const ModeEvents& events);
  void collectSteps(const std::vector<ModeChange>& changes);
  void addReady(const std::vector<ReadyEdge>& edges);
  Bits after(BlockId block, Bits before, EventId until) const;
  void solve(const std::vector<PathId>& ready_at_entry);

  const Body& body_;
  const Symbols& symbols_;
  std::vector<Fact> facts_;
  std::vector<Step> steps_;                  // by event
  std::vector<std::vector<Bits>> edge_sets_; // by block and successor: what a branch says there
  std::vector<Bits> before_;                 // by block: what holds at its first event
};

} // namespace nostall

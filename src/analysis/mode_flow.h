// The modes of objects over the blocks of one body.
#pragma once

#include "model/facts.h"
#include "model/rule.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace nostall {

struct ModeChange {
  EventId event = 0;
  PathId path = 0;
  Mode mode = Mode::Nonblocking;
  bool of_result = false; ///< what the event makes or returns, and gives to `path`
};

class ModeFlow {
public:
  /// `changes` are in the order of the events. Paths and modes beyond the first 64 are not followed. Time:
  /// the events times the paths that change.
  ModeFlow(const Body& body, const Symbols& symbols, const std::vector<ModeChange>& changes);

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
  std::optional<BlockId> blockOf(EventId event) const;
  Bits replacedBy(const Event& event, const Symbols& symbols) const;
  void collectFacts(const std::vector<ModeChange>& changes);
  void collectSteps(const Body& body, const Symbols& symbols, const std::vector<ModeChange>& changes);
  void addChecks(const std::vector<ModeChange>& changes);
  std::vector<char> loopAround(BlockId block) const;
  std::vector<char> reachableFrom(BlockId block) const;
  size_t successorThatIsReady(BlockId block) const;
  Bits after(BlockId block, Bits before, EventId until) const;
  void solve();

  const std::vector<Block>& blocks_;
  std::vector<Fact> facts_;
  std::vector<Step> steps_;                    // by event
  std::vector<std::vector<Bits>> edge_sets_;   // by block and successor: what a check says there
  std::vector<std::vector<BlockId>> incoming_; // by block
  std::vector<Bits> before_;                   // by block: what holds at its first event
};

} // namespace nostall

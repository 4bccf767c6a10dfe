// Which functions reach a blocking call of one rule, how surely, and over how many calls.
#pragma once

#include "analysis/contexts/places.h"
#include "analysis/levels/suppress.h"
#include "analysis/reach/blocking_calls.h"
#include "analysis/reach/call_graph.h"

#include <optional>
#include <unordered_map>
#include <vector>

namespace nostall {

/// One way on from a function: a blocking call, or a call of a function that reaches one.
struct Step {
  BodyId body = 0;
  EventId event = 0;
  Severity level = Severity::Note;
  uint32_t distance = 0; ///< calls between here and the blocking call: 0 when this is it
  EdgeId edge = no_id;   ///< none for the blocking call itself
  NodeId next = no_id;   ///< the callee to go on in
  uint32_t blocked = 0;  ///< of the edge's candidates
  const BlockingCall* call = nullptr;
};

/// What is the same for every rule.
struct ReachInput {
  const Program& program;
  const Classes& classes;
  const CallGraph& graph;
  const Suppressions& suppressions;
  const LeafEvents& leaves;
  const Places& places;
};

class Reach {
public:
  /// Everything must outlive this. `calls` are the rule's. With `obey_suppressions`, calls on suppressed
  /// lines do not count.
  Reach(const ReachInput& input, uint32_t rule, const std::vector<BlockingCall>& calls,
        bool obey_suppressions);

  /// Goes backwards from the blocking calls through plain functions, the surest and then the shortest
  /// first. Linear in the calls it meets.
  void run();

  /// Async contexts that were met, sorted. Whether a chain is left to report, `stepsFrom` says.
  const std::vector<NodeId>& contexts() const { return contexts_; }
  bool reaches(NodeId node) const { return reached_[node].distance != 0; }
  /// Every way on from a node, by event.
  std::vector<Step> stepsFrom(NodeId node) const;
  /// Only those that come nearer to a blocking call; from an async context all.
  std::vector<Step> nearerStepsFrom(NodeId node) const;
  /// The event counts: it is not on a suppressed line, or suppressions are not obeyed, and its code has not
  /// left the loop.
  bool takes(BodyId body, EventId event) const;
  /// Suppressed lines were met.
  bool metSuppression() const { return met_suppression_; }
  /// Virtual calls with many candidates of which few block.
  uint64_t unlikelyCalls() const;

private:
  struct Seed {
    uint32_t distance = 0;
    NodeId node = 0;
  };
  /// How a node reaches a blocking call. The distance is that of calls, the blocking one included; 0: no way.
  struct Reached {
    uint32_t distance = 0;
    Severity level = Severity::Note;
  };

  void seedFromCalls();
  void settleLevel(Severity level);
  void settle(NodeId node, Severity level, uint32_t distance);
  void pass(EdgeId id, Severity level, uint32_t distance);
  void relax(NodeId caller, Severity level, uint32_t distance);
  bool isSuppressed(BodyId body, EventId event) const;
  bool refuses(BodyId body, EventId event);
  bool isLeaf(EdgeId id) const;
  std::optional<Step> stepOver(EdgeId id) const;
  void addSteps(BodyId body, std::vector<Step>& steps) const;

  const ReachInput& input_;
  uint32_t rule_;
  const std::vector<BlockingCall>& calls_;
  bool obey_suppressions_;
  bool met_suppression_ = false;
  Severity current_level_ = Severity::Error;
  bool in_level_ = false;                        // the queue of current_level_ is open
  std::vector<Reached> reached_;                 // by NodeId
  std::vector<std::vector<Seed>> seeds_;         // by Severity
  std::vector<Seed> queue_;                      // of the level at hand, distances rising
  std::unordered_map<EdgeId, uint32_t> blocked_; // of dispatched edges: callees that reach; order never shows
  std::vector<NodeId> contexts_;
};

/// Few of many: "with more than 8 candidates of which fewer than half block" nothing is reported.
bool isUnlikely(uint32_t blocked, uint32_t candidates);

} // namespace nostall

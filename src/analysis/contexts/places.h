// Which async contexts run on the loop's thread, and at which of their calls: semantics.md section 2.
#pragma once

#include "analysis/contexts/classify.h"
#include "analysis/contexts/switches.h"
#include "analysis/contexts/task_uses.h"

namespace nostall {

/// The call that put code on the loop; {no_id, no_id} when none is visible.
struct StartCall {
  BodyId body = no_id;
  EventId event = no_id;
};

class Places {
public:
  /// Follows the program from where coroutines and callables are started, awaited and called to where they
  /// run. What has no visible start, or one that cannot be understood, runs on the loop.
  Places(const Program& program, const Matcher& matcher, const Classes& classes);

  /// On every way to the event, its code has left the loop.
  bool isElsewhere(BodyId body, EventId event) const;
  /// Of what put it on the loop.
  const StartCall& startOf(NodeId node) const { return starts_[node]; }
  /// Takes the role of a context from what never is on the loop.
  void leaveOutElsewhere(Classes& classes) const;

private:
  // Of places_, beside on_loop and elsewhere: all that is asked of a callee stands in one byte.
  static constexpr uint8_t declared = 0x20;        // an annotation says where it runs
  static constexpr uint8_t waits_for_await = 0x40; // a coroutine that runs from its await on
  static constexpr uint8_t has_start = 0x80;       // starts_ is known

  /// The coroutine runs where `body` is at `event`.
  struct Await {
    BodyId body = 0;
    EventId event = 0;
    NodeId node = 0;
  };

  void collect(const Matcher& matcher, const Classes& classes);
  bool waitsForAwait(NodeId node, const Matcher& matcher, const Classes& classes) const;
  void collectAwaits(BodyId body, const Matcher& matcher, const Classes& classes);
  void addTask(BodyId body, EventId event, NodeId callee, TaskUseFinder finder);
  void collectCallables(BodyId body, const Matcher& matcher);
  void addCallable(BodyId body, EventId event, uint32_t argument, const Matcher& matcher);
  bool onlyKeeps(const Event& event) const;
  bool isCalledAt(BodyId body, EventId event, FunctionId function) const;
  void runsOnLoop(FunctionId function, const StartCall& start);
  void runsElsewhere(FunctionId function);
  void settle();
  void spread();
  void spreadFrom(BodyId body);
  void add(NodeId node, uint8_t places, const StartCall& start = {});
  uint8_t placesOf(NodeId node) const { return places_[node] & (on_loop | elsewhere); }
  bool waitsForAwait(NodeId node) const { return (places_[node] & waits_for_await) != 0; }
  uint8_t placesAt(BodyId body, EventId event) const;

  const Program& program_;
  Switches switches_;
  std::vector<uint8_t> places_;   // by NodeId: sets of on_loop and elsewhere, and of what else is known
  std::vector<StartCall> starts_; // by NodeId
  std::vector<Await> awaits_;     // of coroutines that wait for an await, by body
  std::vector<NodeId> open_;      // nodes whose places grew
};

/// What `classify` says, without the contexts that never are on the loop.
Classes classifyAll(const Program& program, const Catalog& catalog, const Matcher& matcher);

} // namespace nostall

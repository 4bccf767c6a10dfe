#include "analysis/root_causes.h"

#include <algorithm>
#include <tuple>

namespace nostall {
namespace {

/// How many calls one rule may follow: above it, causes far from their contexts are no longer counted. It
/// keeps the time linear on programs where everything reaches everything.
constexpr uint64_t call_budget = 20'000'000;

class Counter {
public:
  Counter(const ReachInput& input, const Reach& reach, const std::vector<StalledContext>& stalled)
      : input_(input), reach_(reach), stalled_(stalled), seen_(input.program.nodes.size(), 0),
        counted_(stalled.size(), 0) {}

  /// The contexts that reach `cause`, itself included.
  uint32_t count(NodeId cause) {
    ++round_;
    uint32_t contexts = 0;
    std::vector<NodeId> open{cause};
    seen_[cause] = round_;
    while (!open.empty()) {
      const NodeId node = open.back();
      open.pop_back();
      contexts += countOnce(node);
      if (input_.classes.roles[node] == Role::Plain) { addCallers(node, open); }
    }
    return contexts;
  }

private:
  uint32_t countOnce(NodeId node) {
    const auto before = [](const StalledContext& context, NodeId wanted) { return context.node < wanted; };
    const auto found = std::lower_bound(stalled_.begin(), stalled_.end(), node, before);
    if (found == stalled_.end() || found->node != node || counted_[found->written] == round_) { return 0; }
    counted_[found->written] = round_;
    return 1;
  }

  void addCallers(NodeId node, std::vector<NodeId>& open) {
    for (const EdgeId id : input_.graph.incoming(node)) {
      const NodeId caller = input_.program.bodies[input_.graph.edge(id).body].node;
      if (++followed_ > call_budget || seen_[caller] == round_ || !counts(id, caller)) { continue; }
      seen_[caller] = round_;
      open.push_back(caller);
    }
  }

  bool counts(EdgeId id, NodeId caller) const {
    const Role role = input_.classes.roles[caller];
    return input_.graph.edge(id).kind != EdgeKind::MayRunHere &&
           (role == Role::Context || (role == Role::Plain && reach_.reaches(caller)));
  }

  const ReachInput& input_;
  const Reach& reach_;
  const std::vector<StalledContext>& stalled_;
  std::vector<uint32_t> seen_;    // by NodeId: the round that saw it
  std::vector<uint32_t> counted_; // by written context: the round that counted it
  uint32_t round_ = 0;
  uint64_t followed_ = 0;
};

} // namespace

std::vector<RootCause> findRootCauses(const ReachInput& input, const ActiveRule& rule, const Reach& reach,
                                      const std::vector<BlockingCall>& calls,
                                      const std::vector<StalledContext>& stalled, const Shown& shown) {
  std::vector<RootCause> causes;
  Counter counter(input, reach, stalled);
  NodeId last = no_id;
  for (const BlockingCall& call : calls) {
    const LinkedBody& body = input.program.bodies[call.body];
    // A function is one cause; its first call stands for it.
    if (body.node == last || !reach.takes(call.body, call.event)) { continue; }
    last = body.node;
    const uint32_t contexts = counter.count(body.node);
    if (contexts == 0) { continue; }
    causes.push_back({.function = shown.display(body.body.function),
                      .callee = shown.display(body.body.events[call.event].callee),
                      .at = shown.location(shown.placeOf(call.body, call.event)),
                      .rule = rule.rule->id,
                      .contexts = contexts});
  }
  return causes;
}

void rankRootCauses(std::vector<RootCause>& causes) {
  std::sort(causes.begin(), causes.end(), [](const RootCause& left, const RootCause& right) {
    return std::tie(left.at, left.rule, right.contexts, left.function) <
           std::tie(right.at, right.rule, left.contexts, right.function);
  });
  const auto same = [](const RootCause& left, const RootCause& right) {
    return left.at == right.at && left.rule == right.rule;
  };
  causes.erase(std::unique(causes.begin(), causes.end(), same), causes.end());
  std::stable_sort(causes.begin(), causes.end(), [](const RootCause& left, const RootCause& right) {
    return left.contexts > right.contexts;
  });
}

} // namespace nostall

#include "analysis/reach/root_causes.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace nostall {
namespace {

/// An async context with a finding, and the written code it is: instantiations of one template are one.
struct StalledContext {
  NodeId node = 0;
  uint32_t written = 0; // below the number of stalled contexts
};

/// The contexts of reported chains; instantiations of one written context have one number.
std::vector<StalledContext> stalledContexts(const ReachInput& input, std::span<const Chain> chains,
                                            const Shown& shown) {
  std::map<std::tuple<uint32_t, uint32_t, uint32_t>, uint32_t> written;
  std::vector<StalledContext> stalled;
  for (const Chain& chain : chains) {
    const Step& first = chain.steps.front();
    if (!shown.isReported(shown.placeOf(first.body, first.event))) { continue; }
    const SourceRange& at = input.program.symbols.functions[input.program.nodes[chain.context].function].at;
    const uint32_t number =
        written.try_emplace(shown.order(at), static_cast<uint32_t>(written.size())).first->second;
    if (stalled.empty() || stalled.back().node != chain.context) {
      stalled.push_back({chain.context, number});
    }
  }
  return stalled;
}

/// Causes that are counted in one walk, a bit for each.
constexpr size_t batch_size = 64;

/// How many times one rule may walk over the program's calls; causes that are left then count only the chains
/// that end in them. It keeps the time linear on programs where everything reaches everything.
constexpr uint64_t walk_budget = 8;

class Counter {
public:
  Counter(const ReachInput& input, const Reach& reach, const std::vector<StalledContext>& stalled)
      : input_(input), reach_(reach), stalled_(stalled), reached_by_(input.program.nodes.size(), 0),
        waiting_(input.program.nodes.size(), 0),
        budget_(walk_budget * std::max<uint64_t>(input.graph.edgeCount(), 1)) {}

  bool hasBudget() const { return budget_ > 0; }

  /// For each of the causes (at most a batch) the written contexts that reach it, itself included.
  std::vector<uint32_t> count(std::span<const NodeId> causes) {
    for (size_t i = 0; i < causes.size(); ++i) {
      add(causes[i], uint64_t{1} << i);
    }
    // First come, first served: what a node is reached by is mostly complete when its turn comes.
    for (size_t next = 0; next < open_.size(); ++next) {
      waiting_[open_[next]] = 0;
      if (input_.classes.passes(open_[next])) { passToCallers(open_[next]); }
    }
    open_.clear();
    std::vector<uint32_t> contexts = countWritten(causes.size());
    for (const NodeId node : touched_) {
      reached_by_[node] = 0;
    }
    touched_.clear();
    return contexts;
  }

private:
  void add(NodeId node, uint64_t causes) {
    const uint64_t known = reached_by_[node];
    if ((known | causes) == known) { return; }
    if (known == 0) { touched_.push_back(node); }
    reached_by_[node] = known | causes;
    if (waiting_[node] == 0) { open_.push_back(node); }
    waiting_[node] = 1;
  }

  void passToCallers(NodeId node) {
    for (const EdgeId id : input_.graph.incoming(node)) {
      budget_ -= budget_ > 0 ? 1 : 0;
      const Edge& edge = input_.graph.edge(id);
      const NodeId caller = input_.program.bodies[edge.body].node;
      const Role role = input_.classes.roles[caller];
      const bool leads_on = role == Role::Context || (role == Role::Plain && reach_.reaches(caller));
      if (leads_on && edge.kind != EdgeKind::MayRunHere) { add(caller, reached_by_[node]); }
    }
  }

  std::vector<uint32_t> countWritten(size_t causes) const {
    std::vector<uint64_t> written(stalled_.size(), 0);
    for (const StalledContext& context : stalled_) {
      written[context.written] |= reached_by_[context.node];
    }
    std::vector<uint32_t> contexts(causes, 0);
    for (const uint64_t reached_by : written) {
      for (size_t i = 0; i < causes; ++i) {
        contexts[i] += (reached_by >> i) & 1;
      }
    }
    return contexts;
  }

  const ReachInput& input_;
  const Reach& reach_;
  const std::vector<StalledContext>& stalled_;
  std::vector<uint64_t> reached_by_; // by NodeId: a bit for each cause of the batch
  std::vector<char> waiting_;        // by NodeId: it is among the open ones still to come
  std::vector<NodeId> touched_;
  std::vector<NodeId> open_;
  uint64_t budget_;
};

/// The first call that counts in each function.
std::vector<const BlockingCall*> firstCalls(const ReachInput& input, const Reach& reach,
                                            const std::vector<BlockingCall>& calls) {
  std::vector<const BlockingCall*> first;
  for (const BlockingCall& call : calls) {
    const NodeId node = input.program.bodies[call.body].node;
    const bool known = !first.empty() && input.program.bodies[first.back()->body].node == node;
    if (!known && reach.takes(call.body, call.event)) { first.push_back(&call); }
  }
  return first;
}

/// How many written contexts have a chain that ends in the node.
std::vector<uint32_t> chainEnds(const ReachInput& input, const std::vector<NodeId>& causes,
                                std::span<const Chain> chains) {
  std::map<NodeId, std::set<NodeId>> contexts;
  for (const Chain& chain : chains) {
    contexts[input.program.bodies[chain.steps.back().body].node].insert(chain.context);
  }
  std::vector<uint32_t> counts;
  counts.reserve(causes.size());
  for (const NodeId cause : causes) {
    counts.push_back(static_cast<uint32_t>(contexts[cause].size()));
  }
  return counts;
}

} // namespace

std::vector<RootCause> findRootCauses(const RuleRun& run, const Reach& reach, std::span<const Chain> chains) {
  const ReachInput& input = run.input;
  const std::vector<const BlockingCall*> first = firstCalls(input, reach, run.calls.front().calls);
  std::vector<NodeId> nodes;
  nodes.reserve(first.size());
  for (const BlockingCall* call : first) {
    nodes.push_back(input.program.bodies[call->body].node);
  }
  std::vector<uint32_t> contexts = chainEnds(input, nodes, chains);
  const std::vector<StalledContext> stalled = stalledContexts(input, chains, run.shown);
  Counter counter(input, reach, stalled);
  for (size_t begin = 0; begin < nodes.size() && counter.hasBudget(); begin += batch_size) {
    const size_t size = std::min(batch_size, nodes.size() - begin);
    std::ranges::copy(counter.count(std::span(nodes).subspan(begin, size)), &contexts[begin]);
  }
  std::vector<RootCause> causes;
  for (size_t i = 0; i < first.size(); ++i) {
    if (contexts[i] == 0) { continue; }
    const Body& body = input.program.bodies[first[i]->body].body;
    causes.push_back({.function = run.shown.display(body.function),
                      .callee = run.shown.display(body.events[first[i]->event].callee),
                      .at = run.shown.location(run.shown.placeOf(first[i]->body, first[i]->event)),
                      .rule = run.active.rule->id,
                      .contexts = contexts[i]});
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
  std::sort(causes.begin(), causes.end(), [](const RootCause& left, const RootCause& right) {
    return std::tie(right.contexts, left.at, left.rule) < std::tie(left.contexts, right.at, right.rule);
  });
}

} // namespace nostall

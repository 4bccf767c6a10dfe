#include "analysis/reach/reach.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace nostall {

static constexpr uint32_t many_candidates = 8;

bool isUnlikely(uint32_t blocked, uint32_t candidates) {
  return candidates > many_candidates && 2 * blocked < candidates;
}

Reach::Reach(const ReachInput& input, uint32_t rule, const std::vector<BlockingCall>& calls,
             bool obey_suppressions)
    : input_(input), rule_(rule), calls_(calls), obey_suppressions_(obey_suppressions),
      reached_(input.program.nodes.size()), seeds_(3) {}

void Reach::run() {
  seedFromCalls();
  for (const Severity level : {Severity::Error, Severity::Warning, Severity::Note}) {
    settleLevel(level);
  }
  std::sort(contexts_.begin(), contexts_.end());
  contexts_.erase(std::unique(contexts_.begin(), contexts_.end()), contexts_.end());
}

void Reach::seedFromCalls() {
  for (const BlockingCall& call : calls_) {
    if (refuses(call.body, call.event)) { continue; }
    relax(input_.program.bodies[call.body].node, call.level, 1);
  }
}

/// Seeds come from surer levels and from blocking calls, the queue from this level; both are taken in the
/// order of their distance.
void Reach::settleLevel(Severity level) {
  current_level_ = level;
  std::vector<Seed> seeds = std::move(seeds_[static_cast<size_t>(level)]);
  seeds_[static_cast<size_t>(level)].clear();
  std::sort(seeds.begin(), seeds.end(), [](const Seed& left, const Seed& right) {
    return std::pair(left.distance, left.node) < std::pair(right.distance, right.node);
  });
  queue_.clear();
  in_level_ = true;
  size_t next_seed = 0;
  size_t next_queued = 0;
  while (next_seed < seeds.size() || next_queued < queue_.size()) {
    const bool take_seed =
        next_queued == queue_.size() ||
        (next_seed < seeds.size() && seeds[next_seed].distance <= queue_[next_queued].distance);
    const Seed seed = take_seed ? seeds[next_seed++] : queue_[next_queued++];
    settle(seed.node, level, seed.distance);
  }
  in_level_ = false;
}

void Reach::settle(NodeId node, Severity level, uint32_t distance) {
  if (reaches(node)) { return; }
  reached_[node] = {distance, level};
  for (const EdgeId id : input_.graph.incoming(node)) {
    pass(id, level, distance + 1);
  }
}

void Reach::pass(EdgeId id, Severity level, uint32_t distance) {
  const Edge& edge = input_.graph.edge(id);
  if (isLeaf(id) || refuses(edge.body, edge.event)) { return; }
  const NodeId caller = input_.program.bodies[edge.body].node;
  switch (edge.kind) {
  case EdgeKind::Direct: return relax(caller, level, distance);
  case EdgeKind::Ambiguous: return relax(caller, lowered(level), distance);
  case EdgeKind::MayRunHere: return relax(caller, Severity::Note, distance);
  case EdgeKind::Dispatched: break;
  }
  const uint32_t blocked = ++blocked_[id];
  if (blocked == edge.candidates) { return relax(caller, level, distance); }
  if (!isUnlikely(blocked, edge.candidates)) { relax(caller, lowered(level), distance); }
}

void Reach::relax(NodeId caller, Severity level, uint32_t distance) {
  if (input_.classes.roles[caller] == Role::Context) { contexts_.push_back(caller); }
  if (!input_.classes.passes(caller) || reaches(caller)) { return; }
  const bool in_queue = in_level_ && level == current_level_;
  (in_queue ? queue_ : seeds_[static_cast<size_t>(level)]).push_back({distance, caller});
}

bool Reach::takes(BodyId body, EventId event) const {
  return !isSuppressed(body, event) && !input_.places.isElsewhere(body, event);
}

bool Reach::isSuppressed(BodyId body, EventId event) const {
  const SourceRange& at = input_.program.bodies[body].body.events[event].at;
  return obey_suppressions_ && input_.suppressions.commentAt(at, rule_).has_value();
}

/// The edge is the call itself of a leaf. Callables that are handed to it are followed.
bool Reach::isLeaf(EdgeId id) const {
  if (id >= input_.program.edges.size()) { return false; }
  const Edge& edge = input_.graph.edge(id);
  return std::binary_search(input_.leaves.begin(), input_.leaves.end(), std::pair(edge.body, edge.event));
}

bool Reach::refuses(BodyId body, EventId event) {
  if (input_.places.isElsewhere(body, event)) { return true; }
  const bool suppressed = isSuppressed(body, event);
  met_suppression_ |= suppressed;
  return suppressed;
}

std::vector<Step> Reach::stepsFrom(NodeId node) const {
  const Node& from = input_.program.nodes[node];
  std::vector<Step> steps;
  for (BodyId body = from.first_body; body < from.first_body + from.body_count; ++body) {
    addSteps(body, steps);
  }
  std::erase_if(steps, [&](const Step& step) { return !takes(step.body, step.event); });
  std::sort(steps.begin(), steps.end(), [](const Step& left, const Step& right) {
    return std::tuple(left.body, left.event, left.edge) < std::tuple(right.body, right.event, right.edge);
  });
  return steps;
}

std::vector<Step> Reach::nearerStepsFrom(NodeId node) const {
  std::vector<Step> steps = stepsFrom(node);
  const uint32_t distance = reached_[node].distance;
  std::erase_if(steps, [&](const Step& step) { return distance != 0 && step.distance >= distance; });
  return steps;
}

void Reach::addSteps(BodyId body, std::vector<Step>& steps) const {
  const auto before = [](const BlockingCall& call, BodyId wanted) { return call.body < wanted; };
  auto call = std::lower_bound(calls_.begin(), calls_.end(), body, before);
  for (; call != calls_.end() && call->body == body; ++call) {
    steps.push_back({.body = body, .event = call->event, .level = call->level, .call = &*call});
  }
  const auto add = [&](EdgeId first, EdgeId last) {
    for (EdgeId id = first; id < last; ++id) {
      if (const std::optional<Step> step = stepOver(id)) { steps.push_back(*step); }
    }
  };
  const LinkedBody& linked = input_.program.bodies[body];
  add(linked.first_edge, linked.first_edge + linked.edge_count);
  const auto [first, last] = input_.graph.extraEdges(body);
  add(first, last);
}

/// The surest callee, then the nearest.
std::optional<Step> Reach::stepOver(EdgeId id) const {
  if (isLeaf(id)) { return std::nullopt; }
  const Edge& edge = input_.graph.edge(id);
  Step step{.body = edge.body, .event = edge.event, .edge = id};
  Severity lowest = Severity::Error;
  for (const NodeId callee : input_.graph.callees(id)) {
    const Reached& reached = reached_[callee];
    if (reached.distance == 0) { continue; }
    ++step.blocked;
    lowest = std::min(lowest, reached.level);
    const bool better = step.next == no_id || reached.level > step.level ||
                        (reached.level == step.level && reached.distance < step.distance);
    if (!better) { continue; }
    step.next = callee;
    step.level = reached.level;
    step.distance = reached.distance;
  }
  if (step.next == no_id) { return std::nullopt; }
  if (edge.kind == EdgeKind::Ambiguous) { step.level = lowered(step.level); }
  if (edge.kind == EdgeKind::MayRunHere) { step.level = Severity::Note; }
  if (edge.kind != EdgeKind::Dispatched) { return step; }
  if (isUnlikely(step.blocked, edge.candidates)) { return std::nullopt; }
  const bool all = step.blocked == edge.candidates;
  step.level = std::max(lowered(step.level), all ? lowest : Severity::Note);
  return step;
}

uint64_t Reach::unlikelyCalls() const {
  const auto unlikely =
      std::count_if(blocked_.begin(), blocked_.end(), [&](const std::pair<const EdgeId, uint32_t>& blocked) {
        return isUnlikely(blocked.second, input_.graph.edge(blocked.first).candidates);
      });
  return static_cast<uint64_t>(unlikely);
}

} // namespace nostall

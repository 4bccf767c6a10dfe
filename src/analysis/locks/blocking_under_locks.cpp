#include "analysis/bodies/path_words.h"
#include "analysis/locks/lock_flow.h"
#include "analysis/locks/lock_rules.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>

namespace nostall {
namespace {

/// A mutex, equal in all functions that mean the same one: "Store::mutex_", "global:mutex".
using MutexName = std::string;

class Finder {
public:
  Finder(const BodyRules& input, const Locks& locks)
      : input_(input), program_(input.program), locks_(locks) {}

  std::vector<Spot> find(uint32_t rule);

private:
  struct LockedBody {
    BodyId body = 0;
    LockOperations operations;
  };

  void collectLocks();
  void collectBlocking();
  MutexName mutexName(const Body& body, PathId path) const;
  MutexName memberName(TypeId owner, std::string_view members) const;
  void addSpots(const LockedBody& locked, uint32_t rule, std::vector<Spot>& spots) const;
  bool isHandedOver(const Event& event, const LockOperations& operations, uint32_t acquisition) const;

  const BodyRules& input_;
  const Program& program_;
  const Locks& locks_;
  std::vector<LockedBody> locked_;
  std::set<MutexName> on_loop_;                                // mutexes that code on a loop locks
  std::map<std::pair<BodyId, EventId>, std::string> blocking_; // calls that block, with what blocks
};

/// The class that declares the member.
MutexName Finder::memberName(TypeId owner, std::string_view members) const {
  const std::string_view member = members.substr(0, members.find('.'));
  std::vector<TypeId> open = {owner};
  for (size_t i = 0; i < open.size() && open[i] != no_id; ++i) {
    const TypeFacts& type = program_.symbols.types[open[i]];
    const bool declares =
        std::any_of(type.members.begin(), type.members.end(),
                    [&](const MemberFacts& known) { return program_.symbols.text(known.name) == member; });
    if (declares) { return program_.symbols.text(type.name) + "::" + std::string(members); }
    open.insert(open.end(), type.bases.begin(), type.bases.end());
  }
  return program_.symbols.text(program_.symbols.types[owner].name) + "::" + std::string(members);
}

/// Empty for what may be another mutex in another function.
MutexName Finder::mutexName(const Body& body, PathId path) const {
  const std::string& text = program_.symbols.text(path);
  if (text.starts_with("global:")) { return text; }
  if (!text.starts_with("this.")) { return {}; }
  FunctionId function = body.function;
  while (program_.symbols.functions[function].kind == FunctionKind::Lambda &&
         program_.symbols.functions[function].enclosing != no_id) {
    function = program_.symbols.functions[function].enclosing;
  }
  const TypeId owner = program_.symbols.functions[function].owner;
  return owner == no_id ? MutexName() : memberName(owner, std::string_view(text).substr(5));
}

void Finder::collectLocks() {
  for (const BodyId id : locks_.bodies) {
    const Body& body = program_.bodies[id].body;
    LockOperations operations = lockOperations(body, program_, locks_.types, locks_.effects, input_.matcher);
    if (operations.acquisitions.empty()) { continue; }
    if (input_.on_loop.reaches(program_.bodies[id].node)) {
      for (const Acquisition& acquisition : operations.acquisitions) {
        const MutexName name = mutexName(body, acquisition.mutex);
        if (!name.empty()) { on_loop_.insert(name); }
      }
    }
    locked_.push_back({id, std::move(operations)});
  }
}

/// Backwards from the calls that block through plain functions.
void Finder::collectBlocking() {
  std::vector<std::string> reaches(program_.nodes.size()); // by NodeId: what blocks
  std::vector<NodeId> open;
  const auto add = [&](BodyId body, EventId event, const std::string& callee) {
    if (input_.places.isElsewhere(body, event)) { return; }
    if (!blocking_.emplace(std::pair(body, event), callee).second) { return; }
    const NodeId node = program_.bodies[body].node;
    if (input_.classes.roles[node] != Role::Plain || !reaches[node].empty()) { return; }
    reaches[node] = callee;
    open.push_back(node);
  };
  for (uint32_t rule = 0; rule < input_.rules.size(); ++rule) {
    // A lock under a lock is a matter of order, not of time.
    if (input_.rules[rule].rule->id == "blocking-lock") { continue; }
    for (const BlockingCall& call : input_.calls[rule]) {
      const FunctionId callee = program_.bodies[call.body].body.events[call.event].callee;
      if (callee == no_id || call.level == Severity::Note) { continue; }
      add(call.body, call.event, program_.symbols.text(program_.symbols.functions[callee].display));
    }
  }
  while (!open.empty()) {
    const NodeId node = open.back();
    open.pop_back();
    for (const EdgeId id : input_.graph.incoming(node)) {
      const Edge& edge = input_.graph.edge(id);
      if (edge.kind == EdgeKind::Direct) { add(edge.body, edge.event, reaches[node]); }
    }
  }
}

/// A condition variable that waits unlocks.
bool Finder::isHandedOver(const Event& event, const LockOperations& operations, uint32_t acquisition) const {
  const Acquisition& held = operations.acquisitions[acquisition];
  const std::string& slot = operations.slots[held.slot].path;
  return std::any_of(event.arguments.begin(), event.arguments.end(), [&](const Value& value) {
    return value.path != 0 && (value.path == held.mutex || isWithin(slot, program_.symbols.text(value.path)));
  });
}

void Finder::addSpots(const LockedBody& locked, uint32_t rule, std::vector<Spot>& spots) const {
  const Body& body = program_.bodies[locked.body].body;
  const LockOperations& operations = locked.operations;
  LockFlow(body, operations).visit([&](const LockState& state, EventId event) {
    const auto blocks = state.held == 0 ? blocking_.end() : blocking_.find({locked.body, event});
    if (blocks == blocking_.end()) { return; }
    for (uint32_t i = 0; i < operations.acquisitions.size(); ++i) {
      const Acquisition& held = operations.acquisitions[i];
      if (!state.mayHold(i) || state.mayBeFree(held.slot) || held.event == no_id || held.event == event) {
        continue;
      }
      if (!on_loop_.contains(mutexName(body, held.mutex))) { continue; }
      if (isHandedOver(body.events[event], operations, i)) { continue; }
      Spot spot{.rule = rule, .body = locked.body, .event = event};
      spot.callee = blocks->second;
      spot.object = pathInWords(program_.symbols.text(held.mutex));
      spot.steps.push_back({locked.body, held.event, "'" + spot.object + "' is locked here"});
      spots.push_back(std::move(spot));
      return;
    }
  });
}

std::vector<Spot> Finder::find(uint32_t rule) {
  collectLocks();
  if (on_loop_.empty()) { return {}; }
  collectBlocking();
  std::vector<Spot> spots;
  for (const LockedBody& locked : locked_) {
    addSpots(locked, rule, spots);
  }
  return spots;
}

} // namespace

std::vector<Spot> findBlockingUnderLocks(const BodyRules& input, const Locks& locks, uint32_t rule) {
  return Finder(input, locks).find(rule);
}

} // namespace nostall

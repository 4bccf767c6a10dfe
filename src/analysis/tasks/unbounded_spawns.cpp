#include "analysis/tasks/unbounded_spawns.h"

#include "analysis/bodies/loops.h"
#include "analysis/bodies/values.h"

#include <algorithm>
#include <string_view>

namespace nostall {
namespace {

class Spawns {
public:
  explicit Spawns(const BodyRules& input) : input_(input), symbols_(input.program.symbols) {}

  void addTo(std::vector<Spot>& spots, BodyId body, uint32_t rule) const;

private:
  bool starts(const Event& event) const;
  bool limits(const Event& event) const;
  bool countsRunning(const Loop& loop, const Body& body, EventId write) const;
  bool isOverInput(const Loop& loop, const Body& body) const;
  bool isOverOwnMembers(const Loop& loop, const Body& body) const;
  bool isIterator(const Event& event) const;
  bool isLimited(const Loop& loop, const Body& body) const;
  std::string_view bareName(const Event& event) const;

  const BodyRules& input_;
  const Symbols& symbols_;
};

std::string_view Spawns::bareName(const Event& event) const {
  if (event.callee == no_id) { return {}; }
  const std::string_view name = symbols_.text(symbols_.functions[event.callee].name);
  const size_t scope = name.rfind("::");
  return scope == std::string_view::npos ? name : name.substr(scope + 2);
}

/// Nobody waits for what the call starts.
bool Spawns::starts(const Event& event) const {
  if (event.kind != EventKind::Call) { return false; }
  const DetachEntry* entry = input_.matcher.detaches(event);
  if (entry != nullptr && !entry->kept) { return true; }
  if (!event.discarded || event.type == no_id) { return false; }
  const TaskEntry* task = input_.matcher.task(event.type);
  if (task != nullptr) { return task->detached; }
  const TypeFacts& type = symbols_.types[event.type];
  return type.has_promise && type.start == Start::Eager && type.swallows_exceptions;
}

/// `++running_`, which the loop asks for, or which other code changes too: when a task ends.
bool Spawns::countsRunning(const Loop& loop, const Body& body, EventId write) const {
  const PathId path = body.events[write].object->path;
  if (body.events[write].kind != EventKind::Write || path == 0) { return false; }
  bool asked = false;
  for (BlockId block = 0; block < body.blocks.size(); ++block) {
    const Boxed<BranchTest>& test = body.blocks[block].test;
    asked |= loop.has(block) && test && (test->value.path == path || test->compared_with.path == path);
  }
  if (asked) { return true; }
  const bool reads_first = write > 0 && body.events[write - 1].kind == EventKind::Read &&
                           body.events[write - 1].object->path == path;
  const auto changes = [&](const Event& event) {
    return event.kind == EventKind::Write && event.object->path == path;
  };
  return reads_first && std::ranges::any_of(input_.program.bodies, [&](const LinkedBody& other) {
           return other.body.function != body.function && std::ranges::any_of(other.body.events, changes);
         });
}

/// A semaphore, a group, a counter.
bool Spawns::limits(const Event& event) const {
  if (event.kind != EventKind::Call && event.kind != EventKind::Construct) { return false; }
  if (input_.matcher.limits(event.object->type) != nullptr) { return true; }
  const TypeId type = objectType(symbols_, event.object->type);
  const bool counts = type != no_id && symbols_.text(symbols_.types[type].name).starts_with("std::atomic");
  if (counts && bareName(event) != "load") { return true; }
  return std::any_of(event.arguments.begin(), event.arguments.end(),
                     [&](const Value& value) { return input_.matcher.limits(value.type) != nullptr; });
}

bool Spawns::isLimited(const Loop& loop, const Body& body) const {
  bool limited = false;
  forEachEvent(loop, body, [&](EventId id) {
    const Event& event = body.events[id];
    limited |= event.kind == EventKind::Suspend || limits(event) || countsRunning(loop, body, id);
  });
  return limited;
}

bool Spawns::isIterator(const Event& event) const {
  const std::string_view name = bareName(event);
  return event.implicit && (name == "operator!=" || name == "operator==" || name == "operator++");
}

/// A task for each of what the object keeps, like a message to all sessions: there are as many as it let in.
bool Spawns::isOverOwnMembers(const Loop& loop, const Body& body) const {
  const auto is_member = [&](const Value& value) {
    return symbols_.text(wholeOf(symbols_, body, value)).starts_with("this.");
  };
  const Block& head = body.blocks[loop.head];
  for (EventId id = head.first; id < head.first + head.count; ++id) {
    const Event& event = body.events[id];
    const std::string_view name = bareName(event);
    const bool asks = name == "operator!=" || name == "operator==" || name == "size";
    if (asks && (is_member(*event.object) || std::ranges::any_of(event.arguments, is_member))) {
      return true;
    }
  }
  return false;
}

/// A range-for over more than an array, or a condition that asks something for more.
bool Spawns::isOverInput(const Loop& loop, const Body& body) const {
  if (loop.exits.empty()) { return true; }
  if (isOverOwnMembers(loop, body)) { return false; }
  const Block& head = body.blocks[loop.head];
  bool asks = false;
  for (const auto& [block, successor] : loop.exits) {
    const Block& exit = body.blocks[block];
    for (EventId id = exit.first; id < exit.first + exit.count; ++id) {
      const Event& event = body.events[id];
      asks |= event.kind == EventKind::Call && (isIterator(event) || !event.implicit) && !starts(event);
    }
  }
  for (EventId id = head.first; id < head.first + head.count; ++id) {
    asks |= body.events[id].kind == EventKind::Call && !starts(body.events[id]);
  }
  return asks;
}

void Spawns::addTo(std::vector<Spot>& spots, BodyId id, uint32_t rule) const {
  const Body& body = input_.program.bodies[id].body;
  std::vector<EventId> found;
  for (const Loop& loop : loopsOf(body)) {
    if (!isOverInput(loop, body)) { continue; }
    std::vector<EventId> started;
    forEachEvent(loop, body, [&](EventId event) {
      if (starts(body.events[event])) { started.push_back(event); }
    });
    if (started.empty() || isLimited(loop, body)) { continue; }
    found.insert(found.end(), started.begin(), started.end());
  }
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
  for (const EventId event : found) {
    Spot spot{.rule = rule, .body = id, .event = event};
    spot.callee = symbols_.text(symbols_.functions[body.events[event].callee].display);
    spots.push_back(std::move(spot));
  }
}

} // namespace

std::vector<Spot> findUnboundedSpawns(const BodyRules& input) {
  std::vector<Spot> spots;
  const std::optional<uint32_t> rule = ruleNamed(input.rules, "unbounded-spawn");
  if (!rule) { return spots; }
  const Spawns spawns(input);
  for (BodyId body = 0; body < input.program.bodies.size(); ++body) {
    const NodeId node = input.program.bodies[body].node;
    const bool loops = input.classes.outlines.has(body, Holds::Loops);
    if (loops && input.classes.roles[node] == Role::Context) { spawns.addTo(spots, body, *rule); }
  }
  return spots;
}

} // namespace nostall

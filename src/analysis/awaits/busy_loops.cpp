#include "analysis/awaits/busy_loops.h"

#include "analysis/bodies/loops.h"
#include "analysis/bodies/path_words.h"

#include <algorithm>
#include <map>
#include <optional>
#include <string_view>

namespace nostall {
namespace {

bool isShared(std::string_view path) {
  return path.starts_with("this.") || path.starts_with("global:") || path.starts_with("static:");
}

class BusyLoops {
public:
  explicit BusyLoops(const BodyRules& input) : input_(input), program_(input.program) {}

  void addTo(std::vector<Spot>& spots, BodyId body, uint32_t rule);

private:
  /// What one way out of a loop waits for.
  struct Wait {
    EventId event = no_id; ///< the call that looks, or the read of the flag
    PathId flag = 0;
  };

  bool onlyLooks(const Event& event);
  bool looks(FunctionId function);
  bool isLook(const Body& body);
  bool tries(const Event& event) const;
  bool isNotation(const Event& event) const;
  std::string_view bareName(const Event& event) const;
  bool isIdle(const Body& body, EventId id);
  std::optional<Wait> waitOf(const Loop& loop, const Body& body, std::pair<BlockId, size_t> exit);
  std::optional<Wait> flagOf(const Loop& loop, const Body& body, PathId path) const;
  std::optional<Wait> spins(const Loop& loop, const Body& body);
  bool mayChangeUnseen(const Value& value) const;
  bool isLockOfMutex(const Body& body) const;

  const BodyRules& input_;
  const Program& program_;
  std::map<FunctionId, bool> known_;
};

std::string_view BusyLoops::bareName(const Event& event) const {
  if (event.kind != EventKind::Call || event.callee == no_id) { return {}; }
  const std::string_view name = program_.symbols.text(program_.symbols.functions[event.callee].name);
  const size_t scope = name.rfind("::");
  return scope == std::string_view::npos ? name : name.substr(scope + 2);
}

/// `try_lock`, `tryPop`: what fails may be tried again.
bool BusyLoops::tries(const Event& event) const {
  return bareName(event).starts_with("try");
}

/// A function of the project that does nothing but return what it looks at.
bool BusyLoops::isLook(const Body& body) {
  const Event* returned = nullptr;
  for (const Event& event : body.events) {
    if (event.kind == EventKind::Return) {
      if (returned != nullptr) { return false; }
      returned = &event;
    } else if (event.kind != EventKind::Read && !(event.kind == EventKind::Call && onlyLooks(event))) {
      return false;
    }
  }
  if (returned == nullptr || returned->arguments.size() != 1) { return false; }
  const Value& value = returned->arguments[0];
  return value.from != no_id || isShared(program_.symbols.text(value.path));
}

bool BusyLoops::looks(FunctionId function) {
  const auto [known, is_new] = known_.emplace(function, false);
  if (!is_new) { return known->second; }
  const Resolution found = resolve(program_, function, 0);
  if (found.nodes.size() != 1) { return false; }
  const Node& node = program_.nodes[found.nodes[0]];
  const FunctionFacts& facts = program_.symbols.functions[function];
  if (facts.coroutine || facts.is_virtual || node.body_count == 0) { return false; }
  const bool result = isLook(program_.bodies[node.first_body].body);
  known_[function] = result;
  return result;
}

bool BusyLoops::onlyLooks(const Event& event) {
  if (event.kind != EventKind::Call || event.callee == no_id) { return false; }
  const FunctionFacts& callee = program_.symbols.functions[event.callee];
  // `while (!ready)` of an atomic.
  if (callee.kind == FunctionKind::Conversion && callee.external) { return true; }
  return input_.matcher.looks(event) != nullptr || looks(event.callee);
}

/// `0s`, `==`: what a condition is written with.
bool BusyLoops::isNotation(const Event& event) const {
  const std::string_view name = bareName(event);
  const bool external = event.callee != no_id && program_.symbols.functions[event.callee].external;
  return external &&
         (name.starts_with("operator\"\"") || name.starts_with("operator==") ||
          name.starts_with("operator!=") || name.starts_with("operator<") || name.starts_with("operator>"));
}

/// Nothing in it gets anywhere.
bool BusyLoops::isIdle(const Body& body, EventId id) {
  const Event& event = body.events[id];
  switch (event.kind) {
  case EventKind::Read:
  case EventKind::Use: return true;
  case EventKind::Call: return onlyLooks(event) || tries(event) || isNotation(event);
  case EventKind::Construct:
  case EventKind::Destroy: {
    // Durations, and what a try returns.
    const TypeId type = event.type;
    return type != no_id && program_.symbols.types[type].external;
  }
  default: return false;
  }
}

std::optional<BusyLoops::Wait> BusyLoops::flagOf(const Loop& loop, const Body& body, PathId path) const {
  std::optional<Wait> wait;
  forEachEvent(loop, body, [&](EventId id) {
    const Event& event = body.events[id];
    if (event.kind == EventKind::Read && event.object->path == path && !wait) { wait = Wait{id, path}; }
  });
  return wait;
}

/// A local number that a loop counts is nowhere in the events; what it does with an object is.
bool BusyLoops::mayChangeUnseen(const Value& value) const {
  const std::string_view path = program_.symbols.text(value.path);
  if (!path.starts_with("local:") && !path.starts_with("param:")) { return false; }
  const TypeId type = value.type == no_id ? no_id : objectType(program_.symbols, value.type);
  return type == no_id || program_.symbols.types[type].kind != TypeKind::Record;
}

std::optional<BusyLoops::Wait> BusyLoops::waitOf(const Loop& loop, const Body& body,
                                                 std::pair<BlockId, size_t> exit) {
  const Block& block = body.blocks[exit.first];
  if (!block.test || block.successors.size() != 2) { return std::nullopt; }
  const bool turned = block.test->value.from == no_id && block.test->compared_with.from != no_id;
  const Value& value = turned ? block.test->compared_with : block.test->value;
  const Value& other = turned ? block.test->value : block.test->compared_with;
  if (other.from != no_id || mayChangeUnseen(other)) { return std::nullopt; }
  const bool leaves_when_true = (exit.second == 0) != block.test->negated;
  if (value.from != no_id) {
    const Event& asked = body.events[value.from];
    if (onlyLooks(asked)) { return Wait{value.from, 0}; }
    if (tries(asked) && leaves_when_true) { return Wait{value.from, 0}; }
    return std::nullopt;
  }
  // Only coroutines show all that is written to members.
  const bool coroutine = program_.symbols.functions[body.function].coroutine;
  if (!coroutine || !isShared(program_.symbols.text(value.path))) { return std::nullopt; }
  return flagOf(loop, body, value.path);
}

std::optional<BusyLoops::Wait> BusyLoops::spins(const Loop& loop, const Body& body) {
  bool idle = true;
  forEachEvent(loop, body, [&](EventId id) { idle = idle && isIdle(body, id); });
  if (!idle || loop.exits.empty()) { return std::nullopt; }
  std::optional<Wait> first;
  for (const auto& exit : loop.exits) {
    const std::optional<Wait> wait = waitOf(loop, body, exit);
    if (!wait) { return std::nullopt; }
    if (!first) { first = wait; }
  }
  return first;
}

/// The lock() of a spin lock: as with other mutexes, it is what happens under the lock that counts.
bool BusyLoops::isLockOfMutex(const Body& body) const {
  const FunctionFacts& function = program_.symbols.functions[body.function];
  if (function.owner == no_id || program_.symbols.types[function.owner].lock_result == no_id) {
    return false;
  }
  const std::string& name = program_.symbols.text(function.name);
  return name.ends_with("::lock") || name.ends_with("::lock_shared");
}

void BusyLoops::addTo(std::vector<Spot>& spots, BodyId id, uint32_t rule) {
  const Body& body = program_.bodies[id].body;
  std::vector<char> reported(body.blocks.size()); // by block: it spins in a loop around
  for (const Loop& loop : loopsOf(body)) {
    if (reported[loop.head] != 0) { continue; }
    const std::optional<Wait> wait = spins(loop, body);
    if (!wait || input_.places.isElsewhere(id, wait->event)) { continue; }
    for (BlockId block = 0; block < body.blocks.size(); ++block) {
      reported[block] = static_cast<char>(reported[block] != 0 || loop.has(block));
    }
    const Event& event = body.events[wait->event];
    Spot spot{.rule = rule, .body = id, .event = wait->event};
    if (isLockOfMutex(body)) { spot.at_most = Severity::Note; }
    if (wait->flag != 0) {
      spot.variant = "flag";
      spot.object = pathInWords(program_.symbols.text(wait->flag));
    } else {
      spot.callee = program_.symbols.text(program_.symbols.functions[event.callee].display);
    }
    spots.push_back(std::move(spot));
  }
}

} // namespace

std::vector<Spot> findBusyLoops(const BodyRules& input) {
  std::vector<Spot> spots;
  const std::optional<uint32_t> rule = ruleNamed(input.rules, "busy-loop");
  if (!rule) { return spots; }
  BusyLoops loops(input);
  for (BodyId body = 0; body < input.program.bodies.size(); ++body) {
    const bool loops_here = input.classes.outlines.has(body, Holds::Loops);
    if (loops_here && input.on_loop.reaches(input.program.bodies[body].node)) {
      loops.addTo(spots, body, *rule);
    }
  }
  return spots;
}

} // namespace nostall

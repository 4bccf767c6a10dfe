#include "analysis/awaits/await_rules.h"
#include "analysis/bodies/loops.h"
#include "analysis/locks/lock_operations.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>
#include <string_view>

namespace nostall {
namespace {

/// An await of a call that returns something.
struct Fetch {
  EventId call = 0;
  EventId suspension = 0;
  EventId resume = 0; ///< await_resume
};

class Fetches {
public:
  Fetches(const BodyRules& input, const Body& body) : symbols_(input.program.symbols), body_(body) {}

  /// Calls that could have been started together with the one before them.
  std::vector<EventId> inARow() const;
  /// Calls that each turn of a loop awaits although no turn needs the one before it.
  std::vector<EventId> inLoops() const;

private:
  std::optional<Fetch> fetchAt(EventId suspension) const;
  bool isIndependent(const Fetch& first, const Fetch& second) const;
  bool isSimple(EventId call, unsigned depth = 0) const;
  bool isSimple(const Value& value, unsigned depth) const;
  bool sharesObject(const Event& first, const Event& second) const;
  bool mayChange(const Event& call, uint32_t argument) const;
  bool isPlainBetween(EventId event, const Fetch& first, const Fetch& second) const;
  bool mentions(const Event& event, PathId path) const;
  bool onlyCollects(const Loop& loop, const Fetch& fetch) const;
  std::string_view bareName(const Event& event) const;

  const Symbols& symbols_;
  const Body& body_;
};

std::string_view Fetches::bareName(const Event& event) const {
  if (event.callee == no_id) { return {}; }
  const std::string_view name = symbols_.text(symbols_.functions[event.callee].name);
  const size_t scope = name.rfind("::");
  return scope == std::string_view::npos ? name : name.substr(scope + 2);
}

std::optional<Fetch> Fetches::fetchAt(EventId suspension) const {
  const Event& suspend = body_.events[suspension];
  const bool awaits = suspend.kind == EventKind::Suspend && suspend.suspend == SuspendKind::Await;
  const EventId call = suspend.object->from;
  if (!awaits || call == no_id) { return std::nullopt; }
  const Event& event = body_.events[call];
  if (event.kind != EventKind::Call || event.callee == no_id || event.implicit) { return std::nullopt; }
  for (EventId id = suspension + 1; id < body_.events.size(); ++id) {
    const Event& resume = body_.events[id];
    if (resume.full_expression != suspend.full_expression) { break; }
    if (resume.kind != EventKind::Call || bareName(resume) != "await_resume") { continue; }
    const bool returns = resume.type != no_id && symbols_.text(symbols_.types[resume.type].name) != "void";
    if (!returns || resume.discarded) { return std::nullopt; }
    return Fetch{call, suspension, id};
  }
  return std::nullopt;
}

/// What it is made of is all in sight.
bool Fetches::isSimple(const Value& value, unsigned depth) const {
  if (value.path != 0 || value.constant != ConstantKind::None || value.defaulted || !value.names.empty()) {
    return true;
  }
  return value.from != no_id && isSimple(value.from, depth + 1);
}

bool Fetches::isSimple(EventId call, unsigned depth) const {
  if (depth > 4) { return false; }
  const Event& event = body_.events[call];
  if (event.object && !isSimple(*event.object, depth)) { return false; }
  return std::all_of(event.arguments.begin(), event.arguments.end(),
                     [&](const Value& value) { return isSimple(value, depth); });
}

bool Fetches::mayChange(const Event& call, uint32_t argument) const {
  const auto& parameters = symbols_.functions[call.callee].parameters;
  if (argument >= parameters.size()) { return true; }
  const TypeFacts& type = symbols_.types[parameters[argument]];
  const bool refers = type.kind == TypeKind::Reference || type.kind == TypeKind::Pointer;
  return refers && (type.pointee == no_id || !symbols_.types[type.pointee].is_const);
}

/// Both work on one thing: their order may matter.
bool Fetches::sharesObject(const Event& first, const Event& second) const {
  std::set<PathId> touched;
  if (first.object) { touched.insert(first.object->path); }
  for (uint32_t i = 0; i < first.arguments.size(); ++i) {
    if (mayChange(first, i)) { touched.insert(first.arguments[i].path); }
  }
  touched.erase(0);
  if (second.object && touched.contains(second.object->path)) { return true; }
  return std::any_of(second.arguments.begin(), second.arguments.end(),
                     [&](const Value& value) { return touched.contains(value.path); });
}

bool Fetches::mentions(const Event& event, PathId path) const {
  if (path == 0) { return false; }
  const std::string& whole = symbols_.text(path);
  const auto is_part = [&](const Value& value) {
    return value.path != 0 && isWithin(symbols_.text(value.path), whole);
  };
  return is_part(*event.object) || std::any_of(event.arguments.begin(), event.arguments.end(), is_part);
}

bool Fetches::isPlainBetween(EventId id, const Fetch& first, const Fetch& second) const {
  const Event& event = body_.events[id];
  if (event.implicit || event.kind == EventKind::Read || event.kind == EventKind::Use) { return true; }
  const uint32_t own = event.full_expression;
  return own == body_.events[first.call].full_expression || own == body_.events[second.call].full_expression;
}

bool Fetches::isIndependent(const Fetch& first, const Fetch& second) const {
  const PathId result = body_.events[first.resume].target;
  if (body_.events[first.call].full_expression == body_.events[second.call].full_expression) { return false; }
  if (result == 0 || !isSimple(first.call) || !isSimple(second.call)) { return false; }
  if (sharesObject(body_.events[first.call], body_.events[second.call])) { return false; }
  for (EventId id = first.resume + 1; id <= second.suspension; ++id) {
    if (mentions(body_.events[id], result) || !isPlainBetween(id, first, second)) { return false; }
  }
  return true;
}

std::vector<EventId> Fetches::inARow() const {
  std::vector<EventId> found;
  for (const Block& block : body_.blocks) {
    std::optional<Fetch> before;
    for (EventId id = block.first; id < block.first + block.count; ++id) {
      if (body_.events[id].kind != EventKind::Suspend) { continue; }
      const std::optional<Fetch> fetch = fetchAt(id);
      if (fetch && before && isIndependent(*before, *fetch)) { found.push_back(fetch->call); }
      before = fetch;
    }
  }
  return found;
}

/// Besides the await the loop only puts results together.
bool Fetches::onlyCollects(const Loop& loop, const Fetch& fetch) const {
  static constexpr std::array<std::string_view, 6> collecting = {"push_back", "emplace_back", "push",
                                                                 "emplace",   "insert",       "operator+="};
  bool only = true;
  forEachEvent(loop, body_, [&](EventId id) {
    const Event& event = body_.events[id];
    const bool own = event.full_expression == body_.events[fetch.call].full_expression;
    if (event.kind == EventKind::Suspend) { only &= id == fetch.suspension; }
    if (event.kind == EventKind::Return || event.kind == EventKind::Throw || event.kind == EventKind::Write) {
      only = false;
    }
    if (event.kind != EventKind::Call || event.implicit || own) { return; }
    const auto name = std::find(collecting.begin(), collecting.end(), bareName(event));
    only &= name != collecting.end();
  });
  return only;
}

std::vector<EventId> Fetches::inLoops() const {
  std::vector<EventId> found;
  for (const Loop& loop : loopsOf(body_)) {
    // Any other way out may depend on a result.
    if (loop.exits.size() != 1 || loop.exits[0].first != loop.head) { continue; }
    const Block& head = body_.blocks[loop.head];
    bool iterates = false;
    for (EventId id = head.first; id < head.first + head.count; ++id) {
      const std::string_view name = bareName(body_.events[id]);
      iterates |= body_.events[id].implicit && (name == "operator!=" || name == "operator==");
    }
    std::optional<Fetch> fetch;
    forEachEvent(loop, body_, [&](EventId id) {
      if (body_.events[id].kind == EventKind::Suspend && !fetch) { fetch = fetchAt(id); }
    });
    if (!iterates || !fetch || !isSimple(fetch->call)) { continue; }
    const Event& call = body_.events[fetch->call];
    const bool on_other = call.object->path != 0 && !symbols_.text(call.object->path).starts_with("local:");
    if (!on_other && onlyCollects(loop, *fetch)) { found.push_back(fetch->call); }
  }
  return found;
}

} // namespace

std::vector<Spot> findSequentialAwaits(const BodyRules& input) {
  std::vector<Spot> spots;
  const std::optional<uint32_t> rule = ruleNamed(input.rules, "sequential-await");
  if (!rule) { return spots; }
  const Symbols& symbols = input.program.symbols;
  for (BodyId id = 0; id < input.program.bodies.size(); ++id) {
    const LinkedBody& linked = input.program.bodies[id];
    if (!input.classes.isAsyncCoroutine(linked.node)) { continue; }
    const Fetches fetches(input, linked.body);
    const auto add = [&](EventId event, const char* variant) {
      Spot spot{.rule = *rule, .body = id, .event = event};
      spot.callee = symbols.text(symbols.functions[linked.body.events[event].callee].display);
      spot.variant = variant;
      spots.push_back(std::move(spot));
    };
    for (const EventId event : fetches.inARow()) {
      add(event, "");
    }
    for (const EventId event : fetches.inLoops()) {
      add(event, "loop");
    }
  }
  return spots;
}

} // namespace nostall

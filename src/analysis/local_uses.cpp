#include "analysis/local_uses.h"

#include "analysis/classify.h"
#include "analysis/task_types.h"

#include <algorithm>
#include <array>

namespace nostall {
namespace {

bool isObserver(std::string_view name) {
  static constexpr std::array<std::string_view, 5> observers = {"valid", "available", "done", "is_ready",
                                                                "operator bool"};
  return std::ranges::find(observers, name) != observers.end();
}

class Classifier {
public:
  Classifier(const Symbols& symbols, PathId local) : symbols_(symbols), local_(local) {}

  bool mentions(const Event& event) const {
    return isIn(*event.object) ||
           std::ranges::any_of(event.arguments, [&](const Value& value) { return isIn(value); });
  }

  UseKind kindOf(const Event& event) const {
    if (event.kind == EventKind::Use && event.discarded) { return UseKind::Ignored; }
    if (assignsToIgnore(symbols_, event)) { return UseKind::Ignored; }
    const bool as_object = isIn(*event.object);
    if (event.kind == EventKind::Suspend) { return as_object ? UseKind::Awaited : UseKind::Used; }
    if (event.kind != EventKind::Call || event.callee == no_id || !as_object) { return UseKind::Used; }
    const std::string_view name = lastName(symbols_.text(symbols_.functions[event.callee].name));
    if (event.implicit && isCoroutineMachinery(name)) { return UseKind::Awaited; }
    return isObserver(name) && event.arguments.empty() ? UseKind::Observed : UseKind::Used;
  }

private:
  bool isIn(const Value& value) const { return liesIn(symbols_, value.path, local_); }

  const Symbols& symbols_;
  PathId local_;
};

} // namespace

bool liesIn(const Symbols& symbols, PathId path, PathId root) {
  if (path == root || path == 0 || root == 0) { return path == root && path != 0; }
  const std::string_view whole = symbols.text(path);
  const std::string_view outer = symbols.text(root);
  return whole.size() > outer.size() && whole[outer.size()] == '.' && whole.starts_with(outer);
}

const Event* makerOf(const Body& body, const Value& value) {
  if (value.from != no_id) { return &body.events[value.from]; }
  if (value.path == 0) { return nullptr; }
  const auto made =
      std::ranges::find_if(body.events, [&](const Event& event) { return event.target == value.path; });
  return made == body.events.end() ? nullptr : &*made;
}

/// Gives access to an element of its object or argument, or goes on to the next.
static bool isAccessor(std::string_view name) {
  constexpr std::array<std::string_view, 10> names = {
      "begin", "end", "cbegin", "cend", "at", "front", "back", "operator*", "operator[]", "operator->"};
  return name == "std::get" || std::ranges::find(names, lastName(name)) != names.end();
}

PathId wholeOf(const Symbols& symbols, const Body& body, const Value& value) {
  constexpr int most_steps = 8; // element, iterator, range, member, and again
  const Value* at = &value;
  PathId whole = value.path;
  for (int step = 0; step < most_steps; ++step) {
    const Event* made = makerOf(body, *at);
    if (made == nullptr) { return whole; }
    if (made->kind == EventKind::Call) {
      const bool reaches = made->callee != no_id && symbols.functions[made->callee].external &&
                           isAccessor(symbols.text(symbols.functions[made->callee].name));
      if (!reaches) { return whole; }
    } else if (made->kind != EventKind::Read && made->kind != EventKind::Use) {
      return whole;
    }
    const bool of_object = made->object->path != 0 || made->object->from != no_id;
    if (!of_object && made->arguments.empty()) { return whole; }
    at = of_object ? &*made->object : &made->arguments[0];
    if (at->path != 0) { whole = at->path; }
  }
  return whole;
}

const Value* copiedValue(const Symbols& symbols, const Event& event) {
  const bool copies = event.kind == EventKind::Construct && event.callee != no_id &&
                      symbols.functions[event.callee].copy_or_move && !event.arguments.empty();
  return copies ? &event.arguments[0] : nullptr;
}

const Value& behindCopy(const Symbols& symbols, const Body& body, const Value& value) {
  const Value* copied = value.from == no_id ? nullptr : copiedValue(symbols, body.events[value.from]);
  return copied == nullptr ? value : *copied;
}

bool assignsToIgnore(const Symbols& symbols, const Event& event) {
  return event.kind == EventKind::Call && event.arguments.size() == 1 &&
         symbols.text(event.object->path) == "global:std::ignore";
}

std::vector<LocalUse> usesOfLocal(const Program& program, const Body& body, PathId local) {
  const Classifier classifier(program.symbols, local);
  std::vector<LocalUse> uses;
  for (EventId id = 0; id < body.events.size(); ++id) {
    const Event& event = body.events[id];
    if (event.kind == EventKind::Destroy || !classifier.mentions(event)) { continue; }
    uses.push_back({id, classifier.kindOf(event)});
  }
  return uses;
}

std::string variableOf(std::string_view path) {
  const size_t colon = path.find(':');
  const std::string_view name = colon == std::string_view::npos ? path : path.substr(colon + 1);
  // A part of what a structured binding takes apart: the whole has no name.
  if (name.starts_with('@')) { return std::string(name.substr(name.rfind('.') + 1)); }
  return std::string(name.substr(0, name.find('@')));
}

} // namespace nostall

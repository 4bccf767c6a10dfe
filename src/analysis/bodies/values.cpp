#include "analysis/bodies/values.h"

#include "analysis/bodies/names.h"

#include <algorithm>
#include <array>

namespace nostall {

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

std::string variableOf(std::string_view path) {
  const size_t colon = path.find(':');
  const std::string_view name = colon == std::string_view::npos ? path : path.substr(colon + 1);
  // A part of what a structured binding takes apart: the whole has no name.
  if (name.starts_with('@')) { return std::string(name.substr(name.rfind('.') + 1)); }
  return std::string(name.substr(0, name.find('@')));
}

} // namespace nostall

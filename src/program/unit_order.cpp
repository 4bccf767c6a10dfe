#include "program/unit_order.h"

#include <algorithm>
#include <string_view>
#include <tuple>
#include <utility>

namespace nostall {

static std::string_view textOf(const UnitFacts& unit, StringId id) {
  return id < unit.symbols.strings.size() ? std::string_view(unit.symbols.strings[id]) : std::string_view();
}

static auto nameOf(const UnitFacts& unit) {
  return std::tuple(textOf(unit, unit.path), textOf(unit, unit.target));
}

static auto placeOf(const SourceRange& at) {
  return std::tuple(at.file, at.line, at.column);
}

static bool lessValue(const Value& left, const Value& right) {
  return std::tie(left.type, left.path, left.constant, left.number, left.text, left.callables, left.names) <
         std::tie(right.type, right.path, right.constant, right.number, right.text, right.callables,
                  right.names);
}

static bool lessEvent(const Event& left, const Event& right) {
  const auto key = [](const Event& event) {
    return std::tuple(event.kind, event.callee, placeOf(event.at), event.type, event.target);
  };
  if (key(left) != key(right)) { return key(left) < key(right); }
  if (lessValue(*left.object, *right.object)) { return true; }
  if (lessValue(*right.object, *left.object)) { return false; }
  return std::lexicographical_compare(left.arguments.begin(), left.arguments.end(), right.arguments.begin(),
                                      right.arguments.end(), lessValue);
}

static bool lessBody(const Body& left, const Body& right) {
  if (left.function != right.function) { return left.function < right.function; }
  return std::lexicographical_compare(left.events.begin(), left.events.end(), right.events.begin(),
                                      right.events.end(), lessEvent);
}

static bool lessFunction(const FunctionFacts& left, const FunctionFacts& right) {
  return std::tuple(left.key, left.defined, placeOf(left.at)) <
         std::tuple(right.key, right.defined, placeOf(right.at));
}

static bool lessContent(const UnitFacts& left, const UnitFacts& right) {
  if (left.state != right.state) { return left.state < right.state; }
  if (left.symbols.strings != right.symbols.strings) { return left.symbols.strings < right.symbols.strings; }
  const auto& left_functions = left.symbols.functions;
  const auto& right_functions = right.symbols.functions;
  const auto compare = [](const auto& less, const auto& first, const auto& second) {
    return std::lexicographical_compare(first.begin(), first.end(), second.begin(), second.end(), less);
  };
  if (compare(lessFunction, left_functions, right_functions)) { return true; }
  if (compare(lessFunction, right_functions, left_functions)) { return false; }
  return compare(lessBody, left.bodies, right.bodies);
}

void sortUnits(std::vector<UnitFacts>& units) {
  // Unit facts are big: the order is found first, then each moves once.
  std::vector<const UnitFacts*> order;
  order.reserve(units.size());
  for (const UnitFacts& unit : units) {
    order.push_back(&unit);
  }
  std::sort(order.begin(), order.end(), [](const UnitFacts* left, const UnitFacts* right) {
    if (nameOf(*left) != nameOf(*right)) { return nameOf(*left) < nameOf(*right); }
    return lessContent(*left, *right);
  });
  std::vector<UnitFacts> sorted;
  sorted.reserve(units.size());
  for (const UnitFacts* unit : order) {
    sorted.push_back(std::move(units[static_cast<size_t>(unit - units.data())]));
  }
  units = std::move(sorted);
}

} // namespace nostall

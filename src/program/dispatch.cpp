#include "program/dispatch.h"

#include "program/targets.h"

#include <algorithm>
#include <ranges>
#include <utility>

namespace nostall {

template <typename T>
static void sortUnique(std::vector<T>& items) {
  std::sort(items.begin(), items.end());
  items.erase(std::unique(items.begin(), items.end()), items.end());
}

/// Those directly below `above`.
static auto below(const std::vector<std::pair<uint32_t, uint32_t>>& descent, uint32_t above) {
  return std::ranges::subrange(std::ranges::lower_bound(descent, std::pair(above, uint32_t{0})),
                               std::ranges::upper_bound(descent, std::pair(above, no_id)));
}

Dispatch::Dispatch(const Program& program) : program_(program) {
  const Symbols& symbols = program.symbols;
  for (TypeId type = 0; type < symbols.types.size(); ++type) {
    for (const TypeId base : symbols.types[type].bases) {
      if (base != no_id) { derived_.emplace_back(base, type); }
    }
  }
  for (FunctionId function = 0; function < symbols.functions.size(); ++function) {
    for (const FunctionId base : symbols.functions[function].overrides) {
      if (base != no_id) { overriders_of_.emplace_back(base, function); }
    }
  }
  std::sort(derived_.begin(), derived_.end());
  std::sort(overriders_of_.begin(), overriders_of_.end());
}

const std::vector<FunctionId>& Dispatch::candidates(FunctionId method, TypeId object_class,
                                                    TargetSetId targets) {
  const auto [at, added] = known_.try_emplace({method, object_class, targets});
  if (added) { at->second = find(method, object_class, targets); }
  return at->second;
}

/// By class: its own version of `method`.
const Dispatch::Owners& Dispatch::overriders(FunctionId method) {
  const auto [at, added] = overriders_.try_emplace(method);
  if (!added) { return at->second; }
  std::vector<FunctionId> open{method};
  while (!open.empty()) {
    const FunctionId function = open.back();
    open.pop_back();
    const bool is_new = at->second.try_emplace(program_.symbols.functions[function].owner, function).second;
    if (!is_new) { continue; }
    for (const auto& [method_above, overrider] : below(overriders_of_, function)) {
      open.push_back(overrider);
    }
  }
  return at->second;
}

/// `base` and everything that derives from it, sorted.
std::set<TypeId> Dispatch::withDerived(TypeId base) const {
  std::set<TypeId> classes{base};
  std::vector<TypeId> open{base};
  while (!open.empty()) {
    const TypeId type = open.back();
    open.pop_back();
    for (const auto& [above, derived] : below(derived_, type)) {
      if (classes.insert(derived).second) { open.push_back(derived); }
    }
  }
  return classes;
}

/// Code of one executable never sees the objects of another.
bool Dispatch::constructedFor(TypeId type, TargetSetId targets) const {
  const std::vector<StringId>& own = program_.target_sets[targets];
  const bool in_executables = onlyExecutables(program_, targets);
  const std::vector<StringId>& made_in = program_.constructed[type];
  return std::any_of(made_in.begin(), made_in.end(), [&](StringId target) {
    if (!in_executables || !isExecutable(program_, target)) { return true; }
    return std::binary_search(own.begin(), own.end(), target);
  });
}

/// The version of the method that an object of class `type` has: its own, else the nearest bases'.
void Dispatch::addFinalOverriders(TypeId type, const Owners& owners, std::vector<FunctionId>& found) const {
  std::vector<TypeId> open{type};
  std::vector<TypeId> seen;
  while (!open.empty()) {
    const TypeId current = open.back();
    open.pop_back();
    if (current == no_id || std::find(seen.begin(), seen.end(), current) != seen.end()) { continue; }
    seen.push_back(current);
    const auto own = owners.find(current);
    if (own != owners.end()) {
      found.push_back(own->second);
      continue;
    }
    const auto& bases = program_.symbols.types[current].bases;
    open.insert(open.end(), bases.begin(), bases.end());
  }
}

std::vector<FunctionId> Dispatch::find(FunctionId method, TypeId object_class, TargetSetId targets) {
  const std::set<TypeId> classes = withDerived(object_class);
  const bool made_somewhere = std::any_of(classes.begin(), classes.end(),
                                          [&](TypeId type) { return !program_.constructed[type].empty(); });
  const Owners& owners = overriders(method);
  std::vector<FunctionId> found;
  for (const TypeId type : classes) {
    const bool possible =
        made_somewhere ? constructedFor(type, targets) : !program_.symbols.types[type].abstract;
    if (possible) { addFinalOverriders(type, owners, found); }
  }
  std::erase_if(found, [&](FunctionId function) { return program_.symbols.functions[function].pure; });
  sortUnique(found);
  return found;
}

} // namespace nostall

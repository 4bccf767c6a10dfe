#include "analysis/locks/locking_bodies.h"

#include "support/parallel.h"

#include <algorithm>

namespace nostall {

std::vector<BodyId> LockingBodies::under(const LockEffects& effects) {
  if (effects.guards != guards_) { findUsersOf(effects.guards); }
  std::vector<char> has_effect(program_.symbols.functions.size(), 0);
  for (const auto& [function, of_function] : effects.functions) {
    has_effect[function] = 1;
  }
  const auto is_felt = [&](BodyId body) {
    return std::ranges::any_of(outlines_.calls(body),
                               [&](FunctionId callee) { return has_effect[callee] != 0; });
  };
  std::vector<BodyId> bodies;
  for (BodyId body = 0; body < program_.bodies.size(); ++body) {
    const bool may_lock = outlines_.has(body, Holds::Locks) ||
                          (!uses_guard_.empty() && uses_guard_[body] != 0) ||
                          (!effects.functions.empty() && is_felt(body));
    if (may_lock) { bodies.push_back(body); }
  }
  return bodies;
}

void LockingBodies::findUsersOf(const std::vector<TypeId>& guards) {
  guards_ = guards;
  uses_guard_.clear();
  if (guards.empty()) { return; }
  std::vector<char> is_guard(program_.symbols.types.size(), 0);
  for (TypeId type = 0; type < is_guard.size(); ++type) {
    is_guard[type] = static_cast<char>(std::ranges::binary_search(guards, types_.objectType(type)));
  }
  uses_guard_.assign(program_.bodies.size(), 0);
  inParts(uses_guard_.size(), coresToUse(), [&](size_t /*part*/, size_t first, size_t last) {
    for (size_t body = first; body < last; ++body) {
      uses_guard_[body] = static_cast<char>(usesGuard(program_.bodies[body].body, is_guard));
    }
  });
}

bool LockingBodies::usesGuard(const Body& body, const std::vector<char>& is_guard) const {
  const auto is = [&](TypeId type) { return type != no_id && is_guard[type] != 0; };
  return std::ranges::any_of(program_.symbols.functions[body.function].parameters, is) ||
         std::ranges::any_of(body.events,
                             [&](const Event& event) { return is(event.type) || is(event.object->type); });
}

} // namespace nostall

#include "analysis/locks/lock_effects.h"

#include "analysis/locks/lock_flow.h"

#include <algorithm>

namespace nostall {
namespace {

/// Calls of helpers within helpers that are followed.
constexpr int deepest = 3;

bool canHaveEffects(const FunctionFacts& function) {
  // The end of an object ends all that it holds, whatever its destructor says.
  return !function.coroutine && !function.copy_or_move && function.kind != FunctionKind::Destructor &&
         function.kind != FunctionKind::Lambda;
}

/// A parameter by value belongs to the function.
void leaveOutOwn(const FunctionFacts& function, const Symbols& symbols, std::vector<LockEffect>& effects) {
  std::erase_if(effects, [&](const LockEffect& effect) {
    for (size_t i = 0; i < function.parameter_names.size() && i < function.parameters.size(); ++i) {
      const bool by_value = symbols.types[function.parameters[i]].kind == TypeKind::Record;
      if (by_value && isWithin(effect.path, "param:" + symbols.text(function.parameter_names[i]))) {
        return true;
      }
    }
    return false;
  });
}

bool locksSomething(const std::vector<LockEffect>& effects) {
  return std::any_of(effects.begin(), effects.end(), [](const LockEffect& effect) {
    return effect.step == LockStep::Lock || effect.step == LockStep::TryLock;
  });
}

LockEffects oneRound(const Program& program, const LockTypes& types, const std::vector<BodyId>& bodies,
                     const Matcher& matcher, const LockEffects& before) {
  LockEffects found;
  for (const BodyId body : bodies) {
    const LinkedBody& linked = program.bodies[body];
    const FunctionFacts& function = program.symbols.functions[linked.body.function];
    if (!canHaveEffects(function)) { continue; }
    const LockOperations operations = lockOperations(linked.body, program, types, before, matcher);
    if (operations.empty()) { continue; }
    std::vector<LockEffect> effects = LockFlow(linked.body, operations).effects();
    leaveOutOwn(function, program.symbols, effects);
    if (effects.empty()) { continue; }
    if (function.kind == FunctionKind::Constructor && locksSomething(effects)) {
      found.guards.push_back(function.owner);
    }
    found.functions.emplace(linked.body.function, std::move(effects));
  }
  std::sort(found.guards.begin(), found.guards.end());
  found.guards.erase(std::unique(found.guards.begin(), found.guards.end()), found.guards.end());
  return found;
}

} // namespace

LockEffects findLockEffects(const Program& program, const LockTypes& types, LockingBodies& bodies,
                            const Matcher& matcher) {
  LockEffects effects;
  for (int depth = 0; depth < deepest; ++depth) {
    LockEffects next = oneRound(program, types, bodies.under(effects), matcher, effects);
    const bool settled = next.functions == effects.functions;
    effects = std::move(next);
    if (settled) { break; }
  }
  return effects;
}

} // namespace nostall

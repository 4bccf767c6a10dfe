#include "analysis/contexts/pools.h"

#include "analysis/bodies/values.h"
#include "catalog/condition_match.h"
#include "program/dispatch.h"

#include <algorithm>

namespace nostall {

/// How deep in template arguments the pool may stand, and how often an executor is wrapped.
static constexpr int deepest = 3;

static bool isOfPool(const Matcher& matcher, const Symbols& symbols, TypeId type, int depth) {
  if (type == no_id) { return false; }
  if (matcher.isPoolExecutor(type)) { return true; }
  const TypeId object = objectType(symbols, type);
  if (depth == 0 || object == no_id) { return false; }
  const TypeFacts& facts = symbols.types[object];
  return facts.kind == TypeKind::Record && std::ranges::any_of(facts.arguments, [&](TypeId argument) {
           return isOfPool(matcher, symbols, argument, depth - 1);
         });
}

bool isOfPool(const Matcher& matcher, const Symbols& symbols, TypeId type) {
  return isOfPool(matcher, symbols, type, deepest);
}

bool isMadeOfPool(const Matcher& matcher, const Symbols& symbols, const Body& body, const Value& value) {
  const Value* at = &value;
  for (int wrapped = 0; wrapped <= deepest; ++wrapped) {
    if (matcher.isPoolExecutor(at->type)) { return true; }
    const Event* made = makerOf(body, *at);
    const bool converts = made != nullptr && made->kind == EventKind::Construct && made->type != no_id &&
                          symbols.types[made->type].external && writtenArguments(*made) == 1;
    if (!converts) { return false; }
    at = &made->arguments[0];
  }
  return false;
}

} // namespace nostall

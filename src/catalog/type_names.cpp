#include "catalog/type_names.h"

#include <algorithm>

namespace nostall {
namespace {

std::vector<TypeId> allBases(const Symbols& symbols, TypeId type) {
  const auto& direct = symbols.types[type].bases;
  std::vector<TypeId> found(direct.begin(), direct.end());
  for (size_t i = 0; i < found.size(); ++i) {
    for (const TypeId base : symbols.types[found[i]].bases) {
      if (base != type && std::find(found.begin(), found.end(), base) == found.end()) {
        found.push_back(base);
      }
    }
  }
  return found;
}

} // namespace

TypeNames::TypeNames(const Symbols& symbols) : symbols_(symbols), bases_(symbols.types.size()) {
  for (TypeId type = 0; type < symbols.types.size(); ++type) {
    if (!symbols.types[type].bases.empty()) { bases_[type] = allBases(symbols, type); }
  }
}

std::string_view TypeNames::name(TypeId type) const {
  return type == no_id ? std::string_view() : symbols_.text(symbols_.types[type].name);
}

std::span<const TypeId> TypeNames::bases(TypeId type) const {
  return type == no_id ? std::span<const TypeId>() : std::span<const TypeId>(bases_[type]);
}

TypeId TypeNames::without(TypeId type, bool pointers) const {
  // The bound is for damaged facts, in which a pointer may point to itself.
  for (int level = 0; level < 16 && type != no_id; ++level) {
    const TypeFacts& facts = symbols_.types[type];
    const bool stripped = facts.kind == TypeKind::Reference || (pointers && facts.kind == TypeKind::Pointer);
    if (!stripped || facts.pointee == no_id) { break; }
    type = facts.pointee;
  }
  return type;
}

TypeId TypeNames::withoutReferences(TypeId type) const {
  return without(type, false);
}

TypeId TypeNames::withoutIndirections(TypeId type) const {
  return without(type, true);
}

bool TypeNames::isOrDerivesFrom(TypeId type, std::string_view wanted) const {
  if (type == no_id) { return false; }
  if (name(type) == wanted) { return true; }
  const std::span<const TypeId> all = bases(type);
  return std::any_of(all.begin(), all.end(), [&](TypeId base) { return name(base) == wanted; });
}

} // namespace nostall

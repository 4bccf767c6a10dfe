// The types of one set of symbols as rules see them: by name, with their bases.
#pragma once

#include "model/facts.h"

#include <span>
#include <string_view>
#include <vector>

namespace nostall {

class TypeNames {
public:
  /// `symbols` must outlive this.
  explicit TypeNames(const Symbols& symbols);

  std::string_view name(TypeId type) const;
  /// All bases, direct ones and theirs, each once and nearest first. A class that is its own base, which
  /// no compiler makes but a damaged file might, does no harm.
  std::span<const TypeId> bases(TypeId type) const;

  TypeId withoutReferences(TypeId type) const;
  TypeId withoutIndirections(TypeId type) const; ///< neither references nor pointers

  /// The type, or one of its bases, is called `name`. Looks through nothing.
  bool isOrDerivesFrom(TypeId type, std::string_view name) const;

  size_t size() const { return symbols_.types.size(); }

private:
  TypeId without(TypeId type, bool pointers) const;

  const Symbols& symbols_;
  std::vector<std::vector<TypeId>> bases_;
};

} // namespace nostall

// rules/libraries/<library>.yaml -> LibraryPack. The sections of a pack may stand in other files too
// (the configuration): readPackSections.
#pragma once

#include "catalog/entries.h"
#include "catalog/yaml_reader.h"
#include "model/rule.h"

#include <optional>
#include <string>
#include <vector>

namespace nostall {

/// The rules that entries may speak of.
struct KnownRules {
  std::vector<std::string> reach; ///< of kind `reach`: what `blocks:` and `match:` feed
  std::vector<std::string> other;
};

/// The pack in a file; nothing when it does not say which library it is of. Entries with mistakes are
/// left out.
std::optional<LibraryPack> readPack(const YamlNode& root, const KnownRules& rules, FileProblems& problems);

/// Reads `blocks:`, `async:`, `elsewhere:` and all other sections of a pack that `map` has.
void readPackSections(MapReader& map, const KnownRules& rules, const EntryContext& context, LibraryPack& out);

/// Adds `more` of the same library to `pack`.
void mergePack(LibraryPack& pack, LibraryPack more);

} // namespace nostall

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

/// What entries may speak of.
struct KnownNames {
  std::vector<std::string> reach_rules; ///< of kind `reach`: what `blocks:` and `match:` feed
  std::vector<std::string> other_rules;
  std::vector<std::string> libraries; ///< with a pack
};

/// The pack in a file; nothing when it does not say which library it is of. Entries with mistakes are
/// left out.
std::optional<LibraryPack> readPack(const YamlNode& root, const KnownNames& known, FileProblems& problems);

/// Reads `blocks:`, `async:`, `elsewhere:` and all other sections of a pack that `map` has.
void readPackSections(MapReader& map, const KnownNames& known, const EntryContext& context, LibraryPack& out);

/// What a pack has beside its name: the namespaces, and all sections that are relative to them.
LibraryPack readPackBody(MapReader& map, const KnownNames& known, const std::string& library);

/// Adds `more` of the same library to `pack`.
void mergePack(LibraryPack& pack, LibraryPack more);

} // namespace nostall

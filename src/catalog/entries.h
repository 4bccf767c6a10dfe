// What all entries of a pack have in common: a pattern and conditions.
#pragma once

#include "catalog/conditions.h"
#include "catalog/names.h"
#include "catalog/yaml_reader.h"
#include "model/rule.h"

#include <functional>
#include <string>
#include <vector>

namespace nostall {

/// What an entry is read with.
struct EntryContext {
  const NameResolver& names;
  FileProblems& problems;
  std::string library;
};

/// Which parts an entry of a section may have beside its pattern.
enum class EntryParts : uint8_t {
  PatternOnly,
  Conditions, ///< `when:` and `unless:` too
};

/// Reads the pattern keys (exactly one) and the conditions.
void readEntry(MapReader& map, EntryParts parts, const EntryContext& context, Entry& out);

/// Reads `when:` and `unless:` and where the entry stands.
void readEntryConditions(MapReader& map, const EntryContext& context, Entry& out);

/// Patterns of one kind for the names in `field`.
std::vector<Pattern> readPatterns(const YamlField& field, PatternKind kind, const EntryContext& context);

/// Calls `read` for each map of a list. A plain name in the list stands for {function: name}, or is a
/// problem when `plain_names` is false. `section` is "'inline'". What `read` reports problems about is
/// its own business to leave out: it returns nothing, and asks `context.problems`.
void forEachEntry(const YamlField& section, bool plain_names, const EntryContext& context,
                  const std::function<void(const YamlNode&)>& read);

/// An entry as text, equal for entries that match the same: pattern by pattern, with all conditions.
std::vector<std::string> identityOf(const Entry& entry);

} // namespace nostall

// The sections of a pack that have a shape of their own.
#pragma once

#include "catalog/entries.h"
#include "catalog/yaml_reader.h"
#include "model/rule.h"

namespace nostall {

/// `async:`: task types, callbacks, overriders, annotations.
void readAsync(const YamlField& section, const EntryContext& context, LibraryPack& out);

/// `locks:`: mutexes, guards, what holds guards, and functions that lock.
void readLocks(const YamlField& section, const EntryContext& context, LibraryPack& out);

/// `limits:`: a list of types.
void readLimits(const YamlField& section, const EntryContext& context, LibraryPack& out);

/// `modes:`: calls that put objects into modes.
void readModes(const YamlField& section, const EntryContext& context, LibraryPack& out);

/// `elsewhere:`: callable arguments and executors.
void readElsewhere(const YamlField& section, const EntryContext& context, LibraryPack& out);

/// A pattern, conditions and `argument:` (any when it is not written): `inline:`, `elsewhere:`.
CallableEntry readCallable(MapReader& map, const EntryContext& context);

} // namespace nostall

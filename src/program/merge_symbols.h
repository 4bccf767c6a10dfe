// Files, types and functions of many units -> one table of each.
#pragma once

#include "program/interner.h"
#include "program/renumber.h"

#include <string>
#include <vector>

namespace nostall {

class SymbolMerger {
public:
  /// Fills `symbols`, which must outlive the merger.
  explicit SymbolMerger(Symbols& symbols);

  /// Adds a unit's symbols. What several units say of one thing is united; a definition goes before a
  /// declaration. Afterwards the unit has only its defined functions left, renumbered.
  IdMaps add(Symbols& unit, StringId unit_path);

private:
  void addFiles(const Symbols& unit, IdMaps& maps);
  void addTypes(Symbols& unit, StringId unit_path, IdMaps& maps);
  void addFunctions(Symbols& unit, IdMaps& maps);
  StringId typeKey(StringId spelling, StringId unit_path);

  Symbols& symbols_;
  Interner strings_;
  std::vector<uint32_t> files_;     // by StringId of the path
  std::vector<uint32_t> types_;     // by StringId of the key
  std::vector<uint32_t> functions_; // by StringId of the key
};

} // namespace nostall

// Files, types and functions of many units -> one table of each.
#pragma once

#include "program/interner.h"
#include "program/key_table.h"
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
  void numberFunctions(const Symbols& unit, IdMaps& maps);
  void numberTypes(const Symbols& unit, StringId unit_path, IdMaps& maps);
  void addFiles(const Symbols& unit, IdMaps& maps);
  void addTypes(Symbols& unit, const IdMaps& maps, size_t known_types);
  void addFunctions(Symbols& unit, const IdMaps& maps, size_t known_functions);
  StringId typeKey(StringId spelling, StringId unit_path);

  Symbols& symbols_;
  Interner strings_;
  std::vector<uint32_t> files_; // by StringId of the path
  std::vector<uint32_t> types_; // by StringId of the key
  // Keys of functions are of no use later, and stay out of the program.
  KeyTable keys_;
  std::vector<FunctionId> functions_; // by the number of the key
};

} // namespace nostall

// A unit's ids -> the program's.
#pragma once

#include "model/facts.h"
#include "program/interner.h"

#include <string>
#include <vector>

namespace nostall {

/// By the unit's id: the program's. A string gets one when it is first asked for: much of what a unit says
/// is known from others, and its names are wanted by nobody.
class StringMap {
public:
  /// Takes the strings out of `unit` as they are asked for; both must outlive this.
  StringMap(std::vector<std::string>& unit, Interner& program);

  StringId operator[](StringId id) const;
  /// The string is asked for soon.
  void prefetch(StringId id) const;

private:
  std::vector<std::string>* unit_;
  Interner* program_;
  mutable std::vector<StringId> known_;      // by the unit's id
  mutable std::vector<uint32_t> prefetched_; // by the unit's id: the hash of what was prefetched, else 0
};

/// By the unit's id: the program's.
struct IdMaps {
  StringMap strings;
  std::vector<FileId> files;
  std::vector<TypeId> types;
  std::vector<FunctionId> functions;

  FileId file(FileId id) const { return id == no_id ? no_id : files[id]; }
  TypeId type(TypeId id) const { return id == no_id ? no_id : types[id]; }
  FunctionId function(FunctionId id) const { return id == no_id ? no_id : functions[id]; }
};

void renumber(SourceRange& range, const IdMaps& maps);
void renumber(TypeFacts& type, const IdMaps& maps);
/// But for the key, which only tells units' functions apart: it becomes 0.
void renumber(FunctionFacts& function, const IdMaps& maps);
void renumber(Body& body, const IdMaps& maps);
void renumber(SuppressionComment& comment, const IdMaps& maps);

} // namespace nostall

// A unit's ids -> the program's.
#pragma once

#include "model/facts.h"

#include <vector>

namespace nostall {

/// By the unit's id: the program's.
struct IdMaps {
  std::vector<StringId> strings;
  std::vector<FileId> files;
  std::vector<TypeId> types;
  std::vector<FunctionId> functions;

  FileId file(FileId id) const { return id == no_id ? no_id : files[id]; }
  TypeId type(TypeId id) const { return id == no_id ? no_id : types[id]; }
  FunctionId function(FunctionId id) const { return id == no_id ? no_id : functions[id]; }
};

void renumber(SourceRange& range, const IdMaps& maps);
void renumber(TypeFacts& type, const IdMaps& maps);
void renumber(FunctionFacts& function, const IdMaps& maps);
void renumber(Body& body, const IdMaps& maps);
void renumber(SuppressionComment& comment, const IdMaps& maps);

} // namespace nostall

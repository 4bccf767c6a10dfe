#include "program/renumber.h"

#include <algorithm>
#include <utility>

namespace nostall {

StringMap::StringMap(std::vector<std::string>& unit, Interner& program)
    : unit_(&unit), program_(&program), known_(std::max<size_t>(1, unit.size()), no_id),
      prefetched_(known_.size(), 0) {
  if (unit.empty()) { known_[0] = 0; }
}

StringId StringMap::operator[](StringId id) const {
  StringId& known = known_[id];
  if (known != no_id) { return known; }
  const uint32_t hash = prefetched_[id];
  std::string& text = (*unit_)[id];
  known = program_->add(std::move(text), hash != 0 ? hash : Interner::hashOf(text));
  return known;
}

void StringMap::prefetch(StringId id) const {
  if (known_[id] != no_id) { return; }
  prefetched_[id] = Interner::hashOf((*unit_)[id]);
  program_->prefetch(prefetched_[id]);
}

static void renumberTypes(PackedVector<TypeId>& types, const IdMaps& maps) {
  for (TypeId& type : types) {
    type = maps.type(type);
  }
}

static void renumberFunctions(PackedVector<FunctionId>& functions, const IdMaps& maps) {
  for (FunctionId& function : functions) {
    function = maps.function(function);
  }
}

static void renumberStrings(PackedVector<StringId>& strings, const IdMaps& maps) {
  for (StringId& string : strings) {
    string = maps.strings[string];
  }
}

void renumber(SourceRange& range, const IdMaps& maps) {
  range.file = maps.file(range.file);
}

void renumber(TypeFacts& type, const IdMaps& maps) {
  type.name = maps.strings[type.name];
  type.spelling = maps.strings[type.spelling];
  type.pointee = maps.type(type.pointee);
  type.destructor = maps.function(type.destructor);
  type.lock_result = maps.type(type.lock_result);
  type.await_result = maps.type(type.await_result);
  renumberTypes(type.bases, maps);
  renumberTypes(type.arguments, maps);
  for (MemberFacts& member : type.members) {
    member.name = maps.strings[member.name];
    member.type = maps.type(member.type);
  }
}

void renumber(FunctionFacts& function, const IdMaps& maps) {
  function.key = 0;
  function.name = maps.strings[function.name];
  function.display = maps.strings[function.display];
  function.stable_name = maps.strings[function.stable_name];
  function.owner = maps.type(function.owner);
  function.result = maps.type(function.result);
  function.enclosing = maps.function(function.enclosing);
  renumberTypes(function.parameters, maps);
  renumberStrings(function.parameter_names, maps);
  for (Capture& capture : function.captures) {
    capture.path = maps.strings[capture.path];
    capture.name = maps.strings[capture.name];
    capture.type = maps.type(capture.type);
  }
  renumberTypes(function.template_arguments, maps);
  renumberFunctions(function.overrides, maps);
  renumberStrings(function.annotations, maps);
  renumber(function.at, maps);
}

static void renumber(Value& value, const IdMaps& maps) {
  value.type = maps.type(value.type);
  value.path = maps.strings[value.path];
  value.text = maps.strings[value.text];
  renumberStrings(value.names, maps);
  renumberFunctions(value.callables, maps);
}

static void renumber(Event& event, const IdMaps& maps) {
  renumber(event.at, maps);
  event.callee = maps.function(event.callee);
  event.type = maps.type(event.type);
  event.target = maps.strings[event.target];
  if (event.object) { renumber(event.object.edit(), maps); }
  for (Value& argument : event.arguments) {
    renumber(argument, maps);
  }
}

static void renumber(Block& block, const IdMaps& maps) {
  if (block.test) {
    renumber(block.test.edit().value, maps);
    renumber(block.test.edit().compared_with, maps);
  }
  for (CatchClause& clause : block.catches) {
    clause.type = maps.type(clause.type);
  }
}

void renumber(Body& body, const IdMaps& maps) {
  body.function = maps.function(body.function);
  for (Block& block : body.blocks) {
    renumber(block, maps);
  }
  for (Event& event : body.events) {
    renumber(event, maps);
  }
  for (MatchHit& hit : body.matches) {
    hit.expression = maps.strings[hit.expression];
  }
  for (Statement& statement : body.statements) {
    renumber(statement.at, maps);
  }
}

static void renumberNames(std::vector<StringId>& names, const IdMaps& maps) {
  for (StringId& name : names) {
    name = maps.strings[name];
  }
}

void renumber(SuppressionComment& comment, const IdMaps& maps) {
  comment.file = maps.file(comment.file);
  comment.reason = maps.strings[comment.reason];
  renumberNames(comment.names, maps);
}

} // namespace nostall

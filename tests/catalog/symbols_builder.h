// Symbols and calls written by hand, for tests of the matcher.
#pragma once

#include "model/facts.h"

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace nostall {

class SymbolsBuilder {
public:
  SymbolsBuilder() { symbols.strings.emplace_back(); }

  StringId string(std::string_view text) {
    for (StringId id = 0; id < symbols.strings.size(); ++id) {
      if (symbols.strings[id] == text) { return id; }
    }
    symbols.strings.emplace_back(text);
    return static_cast<StringId>(symbols.strings.size() - 1);
  }

  /// A class of a library.
  TypeId record(std::string_view name, PackedVector<TypeId> bases = {}) {
    TypeFacts type;
    type.kind = TypeKind::Record;
    type.name = string(name);
    type.bases = std::move(bases);
    type.external = true;
    return add(type);
  }
  TypeId projectRecord(std::string_view name, PackedVector<TypeId> bases = {}) {
    const TypeId type = record(name, std::move(bases));
    symbols.types[type].external = false;
    return type;
  }
  TypeId builtin(std::string_view name) {
    TypeFacts type;
    type.name = string(name);
    return add(type);
  }
  TypeId pointer(TypeId pointee) { return indirection(TypeKind::Pointer, pointee); }
  TypeId reference(TypeId referee) { return indirection(TypeKind::Reference, referee); }

  /// A function of a library, without a body.
  FunctionId function(std::string_view name) {
    FunctionFacts facts;
    facts.name = string(name);
    facts.external = true;
    return add(facts);
  }
  FunctionId method(TypeId owner, std::string_view member, FunctionKind kind = FunctionKind::Method) {
    FunctionFacts facts;
    facts.kind = kind;
    facts.owner = owner;
    facts.name = string(symbols.text(symbols.types[owner].name) + "::" + std::string(member));
    facts.external = symbols.types[owner].external;
    facts.defined = !facts.external;
    return add(facts);
  }
  FunctionId constructor(TypeId owner) { return method(owner, "C", FunctionKind::Constructor); }
  FunctionId destructor(TypeId owner) { return method(owner, "~C", FunctionKind::Destructor); }
  FunctionId overriding(TypeId owner, std::string_view member, FunctionId base) {
    const FunctionId id = method(owner, member);
    symbols.functions[id].overrides.push_back(base);
    symbols.functions[id].is_virtual = true;
    return id;
  }
  /// Makes a function one of the project, with a body.
  FunctionId defined(FunctionId id) {
    symbols.functions[id].external = false;
    symbols.functions[id].defined = true;
    return id;
  }

  static Event call(FunctionId callee, PackedVector<Value> arguments = {}) {
    Event event;
    event.callee = callee;
    event.arguments = std::move(arguments);
    return event;
  }
  static Event callOn(TypeId object, FunctionId callee, PackedVector<Value> arguments = {}) {
    Event event = call(callee, std::move(arguments));
    event.object.edit().type = object;
    return event;
  }
  static Event construct(FunctionId constructor, PackedVector<Value> arguments = {}) {
    Event event = call(constructor, std::move(arguments));
    event.kind = EventKind::Construct;
    return event;
  }
  static Event destroy(FunctionId destructor) {
    Event event = call(destructor);
    event.kind = EventKind::Destroy;
    return event;
  }

  static Value typed(TypeId type) {
    Value value;
    value.type = type;
    return value;
  }
  static Value number(int64_t number) { return constant(ConstantKind::Integer, number); }
  static Value duration(int64_t nanoseconds) { return constant(ConstantKind::Duration, nanoseconds); }
  static Value null() { return constant(ConstantKind::Null, 0); }
  Value written(std::initializer_list<std::string_view> names) {
    Value value;
    for (const std::string_view name : names) {
      value.names.push_back(string(name));
    }
    return value;
  }
  Value global(std::string_view name) {
    Value value;
    value.path = string("global:" + std::string(name));
    return value;
  }
  static Value defaulted(Value value) {
    value.defaulted = true;
    return value;
  }

  Symbols symbols;

private:
  TypeId add(const TypeFacts& type) {
    symbols.types.push_back(type);
    return static_cast<TypeId>(symbols.types.size() - 1);
  }
  FunctionId add(const FunctionFacts& function) {
    symbols.functions.push_back(function);
    return static_cast<FunctionId>(symbols.functions.size() - 1);
  }
  TypeId indirection(TypeKind kind, TypeId pointee) {
    TypeFacts type;
    type.kind = kind;
    type.pointee = pointee;
    return add(type);
  }
  static Value constant(ConstantKind kind, int64_t number) {
    Value value;
    value.constant = kind;
    value.number = number;
    return value;
  }
};

} // namespace nostall

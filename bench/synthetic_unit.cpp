#include "synthetic_unit.h"

namespace nostall::synthetic {

static constexpr uint32_t lines_per_function = 20;

UnitTables::UnitTables(uint32_t module, uint32_t unit, const std::string& path)
    : module_(module), unit_(unit) {
  text("");
  facts_.path = text(path);
  facts_.target = text("CMakeFiles/app.dir");
  facts_.symbols.files.push_back({.path = facts_.path});
}

StringId UnitTables::text(std::string_view text) {
  const auto [at, added] =
      texts_.try_emplace(std::string(text), static_cast<StringId>(facts_.symbols.strings.size()));
  if (added) { facts_.symbols.strings.emplace_back(text); }
  return at->second;
}

FileId UnitTables::header(uint32_t module) {
  const auto [at, added] = headers_.try_emplace(module, static_cast<FileId>(facts_.symbols.files.size()));
  if (added) {
    facts_.symbols.files.push_back({.path = text("/src/app/module" + std::to_string(module) + "/api.h")});
  }
  return at->second;
}

TypeId UnitTables::addType(const std::string& spelling, bool external) {
  const auto [at, added] = types_.try_emplace(spelling, static_cast<TypeId>(facts_.symbols.types.size()));
  if (!added) { return at->second; }
  facts_.symbols.types.push_back({.kind = TypeKind::Record,
                                  .name = text(spelling.substr(0, spelling.find('<'))),
                                  .spelling = text(spelling),
                                  .external = external});
  return at->second;
}

TypeId UnitTables::classType(uint32_t module, uint32_t unit, uint32_t class_in_unit) {
  const size_t known = facts_.symbols.types.size();
  const TypeId id = addType(className(module, unit, class_in_unit), false);
  if (id < known) { return id; }
  const uint32_t interface = interfaceOf(unit, class_in_unit);
  if (interface < interfaces_per_module) {
    const TypeId base = interfaceType(module, interface);
    facts_.symbols.types[id].bases.push_back(base);
    facts_.symbols.types[id].polymorphic = true;
  }
  for (const char* member : {"name_", "state_", "peer_"}) {
    const TypeId type = externalType("std::basic_string<char>");
    facts_.symbols.types[id].members.push_back({text(member), type});
  }
  const FunctionId destructor = function(functionAt(module, unit, class_in_unit * members_per_class + 1));
  facts_.symbols.types[id].destructor = destructor;
  return id;
}

TypeId UnitTables::interfaceType(uint32_t module, uint32_t interface) {
  const TypeId id = addType(interfaceName(module, interface), false);
  facts_.symbols.types[id].polymorphic = true;
  facts_.symbols.types[id].abstract = true;
  return id;
}

TypeId UnitTables::externalType(std::string_view name) {
  return addType(std::string(name), true);
}

TypeId UnitTables::taskType() {
  const TypeId id = addType("asio::awaitable<int>", true);
  facts_.symbols.types[id].has_promise = true;
  facts_.symbols.types[id].has_co_await_operator = true;
  facts_.symbols.types[id].start = Start::Lazy;
  return id;
}

TypeId UnitTables::mutexType() {
  const TypeId result = externalType("void");
  const TypeId id = externalType("std::mutex");
  facts_.symbols.types[result].kind = TypeKind::Other;
  facts_.symbols.types[id].lock_result = result;
  return id;
}

TypeId UnitTables::guardType() {
  const TypeId mutex = mutexType();
  const TypeId id = externalType("std::lock_guard<std::mutex>");
  facts_.symbols.types[id].arguments = {mutex};
  return id;
}

/// 32 digits, as the frontend's keys are.
static std::string keyOf(const std::string& name) {
  static constexpr std::string_view digits = "0123456789abcdef";
  uint64_t hash = 0xcbf29ce484222325;
  for (const char c : name) {
    hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3;
  }
  std::string key;
  for (const uint64_t half : {scrambled(hash), scrambled(hash ^ name.size())}) {
    for (int shift = 60; shift >= 0; shift -= 4) {
      key += digits[half >> shift & 15U];
    }
  }
  return key;
}

FunctionId UnitTables::addFunction(const std::string& name, const std::string& signature) {
  const auto id = static_cast<FunctionId>(facts_.symbols.functions.size());
  facts_.symbols.functions.push_back({.key = text(keyOf(name)),
                                      .name = text(name),
                                      .display = text(name),
                                      .stable_name = text(name + "(" + signature + ")")});
  return id;
}

SourceRange UnitTables::placeOf(const Function& function) {
  const uint32_t line = 40 + function.index * lines_per_function;
  const bool here = function.kind != Kind::Inline && function.module == module_ && function.unit == unit_;
  return {.file = here ? mainFile() : header(function.module),
          .line = line,
          .column = 6,
          .end_line = line,
          .end_column = 20};
}

FunctionId UnitTables::function(const Function& function) {
  const auto known = numbered_.find(function.number);
  if (known != numbered_.end()) { return known->second; }
  const std::string name = functionName(function);
  const FunctionId id = addFunction(name, "const std::string &, int");
  numbered_.emplace(function.number, id);
  TypeId owner = no_id;
  if (function.index < first_coroutine && function.kind != Kind::Inline) {
    owner = classType(function.module, function.unit, function.classInUnit());
  }
  const TypeId parameter = externalType("std::basic_string<char>");
  const TypeId result = function.kind == Kind::Coroutine ? taskType() : externalType("int");
  const SourceRange at = placeOf(function);
  FunctionId overridden = no_id;
  if (function.kind == Kind::Overrider) {
    overridden = interfaceMethod(function.module, interfaceOf(function.unit, function.classInUnit()),
                                 function.member() - 2);
  }
  FunctionFacts& facts = facts_.symbols.functions[id];
  facts.owner = owner;
  facts.result = result;
  facts.parameters = {parameter, parameter};
  facts.at = at;
  facts.coroutine = function.kind == Kind::Coroutine;
  switch (function.kind) {
  case Kind::Constructor: facts.kind = FunctionKind::Constructor; break;
  case Kind::Destructor: facts.kind = FunctionKind::Destructor; break;
  case Kind::Overrider:
    facts.overrides.push_back(overridden);
    facts.is_virtual = true;
    [[fallthrough]];
  case Kind::Method: facts.kind = FunctionKind::Method; break;
  case Kind::Lambda: facts.kind = FunctionKind::Lambda; break;
  default: break;
  }
  return id;
}

FunctionId UnitTables::interfaceMethod(uint32_t module, uint32_t interface, uint32_t method) {
  const std::string owner = interfaceName(module, interface);
  const std::string name = owner + "::handle" + std::to_string(method);
  const auto known = functions_.find(name);
  if (known != functions_.end()) { return known->second; }
  const TypeId type = interfaceType(module, interface);
  const FunctionId id = addFunction(name, "int");
  functions_.emplace(name, id);
  const FileId file = header(module);
  FunctionFacts& facts = facts_.symbols.functions[id];
  facts.kind = FunctionKind::Method;
  facts.owner = type;
  facts.at = {.file = file, .line = 10 + interface * 4 + method, .column = 3, .end_column = 9};
  facts.is_virtual = true;
  facts.pure = true;
  return id;
}

FunctionId UnitTables::externalFunction(const std::string& name, bool method) {
  const auto known = functions_.find(name);
  if (known != functions_.end()) { return known->second; }
  const FunctionId id = addFunction(name, "int");
  functions_.emplace(name, id);
  const TypeId owner = method ? externalType(name.substr(0, name.rfind("::"))) : no_id;
  FunctionFacts& facts = facts_.symbols.functions[id];
  facts.external = true;
  facts.owner = owner;
  if (method) { facts.kind = FunctionKind::Method; }
  return id;
}

FunctionId UnitTables::guardMember(bool constructor) {
  const TypeId type = guardType();
  const FunctionId id =
      externalFunction(constructor ? "std::lock_guard::lock_guard" : "std::lock_guard::~lock_guard", true);
  FunctionFacts& facts = facts_.symbols.functions[id];
  facts.owner = type;
  facts.kind = constructor ? FunctionKind::Constructor : FunctionKind::Destructor;
  return id;
}

} // namespace nostall::synthetic

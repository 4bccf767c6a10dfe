// Mentions of files, types and functions -> the tables of a synthetic unit.
#pragma once

#include "model/facts.h"
#include "synthetic_names.h"

#include <string>
#include <string_view>
#include <unordered_map>

namespace nostall::synthetic {

/// Each mention of a thing gets the id that the first one made.
class UnitTables {
public:
  UnitTables(uint32_t module, uint32_t unit, const std::string& path);

  StringId text(std::string_view text);
  FileId mainFile() const { return 0; }
  FileId header(uint32_t module);

  TypeId classType(uint32_t module, uint32_t unit, uint32_t class_in_unit);
  TypeId interfaceType(uint32_t module, uint32_t interface);
  TypeId externalType(std::string_view name);
  TypeId taskType();
  TypeId mutexType();
  TypeId guardType(); ///< a std::lock_guard of it

  FunctionId function(const Function& function);
  FunctionId interfaceMethod(uint32_t module, uint32_t interface, uint32_t method);
  /// "Owner::name" of an external class, or a free function.
  FunctionId externalFunction(const std::string& name, bool method);
  FunctionId guardMember(bool constructor); ///< the guard's constructor, or its destructor

  UnitFacts& facts() { return facts_; }
  uint32_t module() const { return module_; }
  uint32_t unit() const { return unit_; }

private:
  TypeId addType(const std::string& spelling, bool external);
  FunctionId addFunction(const std::string& name, const std::string& signature);
  SourceRange placeOf(const Function& function);

  uint32_t module_;
  uint32_t unit_;
  UnitFacts facts_;
  std::unordered_map<std::string, StringId> texts_; // looked up only, as the next ones
  std::unordered_map<uint32_t, FileId> headers_;
  std::unordered_map<std::string, TypeId> types_;
  std::unordered_map<std::string, FunctionId> functions_;
  std::unordered_map<uint32_t, FunctionId> numbered_;
};

} // namespace nostall::synthetic

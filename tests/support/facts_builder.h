// Facts by hand, for tests of what comes after the frontend:
//
//   UnitBuilder unit("/p/a.cpp");
//   unit.define("pause").calls("sleep", 3);
//   unit.coroutine("session").calls("pause", 7);
//   Program program = link({unit.facts()});
//
// Names are keys: one name is one function. Functions that are mentioned and not defined are declarations.
#pragma once

#include "model/facts.h"

#include <initializer_list>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace nostall {

class UnitBuilder;

/// The body of one function; each call appends an event.
class BodyBuilder {
public:
  BodyBuilder(UnitBuilder& unit, FunctionId function) : unit_(&unit), function_(function) {}

  /// Calls the function on a line of the file that holds the body.
  BodyBuilder& calls(const std::string& callee, uint32_t line);
  /// A virtual call of "Base::method" on a pointer to the method's class, or to `object_class`.
  BodyBuilder& callsVirtual(const std::string& method, uint32_t line, const std::string& object_class = {});
  BodyBuilder& callsPointer(uint32_t line);
  /// Hands functions to a call as its only arguments.
  BodyBuilder& passes(const std::string& callable, const std::string& callee, uint32_t line);
  BodyBuilder& destroys(const std::string& type, uint32_t line);
  BodyBuilder& awaits(const std::string& type, uint32_t line);
  BodyBuilder& annotated(const std::string& text);
  /// Says where the name stands.
  BodyBuilder& at(const std::string& path, uint32_t line);

  FunctionFacts& facts();
  Body& body();
  Event& last() { return body().events.back(); }

private:
  Event& add(EventKind kind, uint32_t line);

  UnitBuilder* unit_;
  FunctionId function_;
};

class UnitBuilder {
public:
  explicit UnitBuilder(const std::string& path, const std::string& target = {});

  StringId text(const std::string& text);
  FileId file(const std::string& path);
  FileFacts& fileFacts(const std::string& path) { return facts_.symbols.files[file(path)]; }
  TypeId type(const std::string& spelling);
  TypeFacts& typeFacts(const std::string& spelling) { return facts_.symbols.types[type(spelling)]; }
  FunctionId function(const std::string& name);
  FunctionFacts& functionFacts(const std::string& name) { return facts_.symbols.functions[function(name)]; }

  /// A plain function with a body in the unit's main file, on a line of its own from 1001 on.
  BodyBuilder define(const std::string& name);
  /// A coroutine that returns `task`, a home-grown task type.
  BodyBuilder coroutine(const std::string& name, const std::string& task = "Task");
  /// A function without a body that is not the project's; so is its class.
  void external(const std::string& name) { functionFacts(name).external = true; }
  /// "Derived" : bases; `method` of it overrides the same method of each base that has one.
  void derive(const std::string& derived, const std::string& base);
  BodyBuilder overrides(const std::string& method, const std::string& base_method);
  void constructs(const std::string& type) { facts_.constructed.push_back(this->type(type)); }
  SuppressionComment& comment(uint32_t line, std::initializer_list<const char*> names,
                              CommentKind kind = CommentKind::Line);

  UnitFacts& facts() { return facts_; }

private:
  friend class BodyBuilder;

  UnitFacts facts_;
  std::map<std::string, StringId> texts_;
  std::map<std::string, FileId> files_;
  std::map<std::string, TypeId> types_;
  std::map<std::string, FunctionId> functions_;
  std::map<FunctionId, size_t> bodies_;
  uint32_t next_line_ = 1001;
};

} // namespace nostall

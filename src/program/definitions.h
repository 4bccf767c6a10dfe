// Bodies of many units -> nodes: equal bodies of one function once, other places and configurations apart.
#pragma once

#include "program/program.h"

#include <map>
#include <utility>
#include <vector>

namespace nostall {

/// Sets of link targets, each once.
class TargetSets {
public:
  /// Fills `sets`, which must outlive this; the empty set is the first.
  explicit TargetSets(std::vector<std::vector<StringId>>& sets);
  /// `set` and `target`; a target of 0 (unknown) changes nothing.
  TargetSetId with(TargetSetId set, StringId target);

private:
  std::vector<std::vector<StringId>>& sets_;
  std::map<std::vector<StringId>, TargetSetId> ids_;
  std::map<std::pair<TargetSetId, StringId>, TargetSetId> steps_;
};

class Definitions {
public:
  /// Both must outlive this. Definitions of one function at other places get entries of their own in
  /// `symbols.functions`.
  Definitions(Symbols& symbols, TargetSets& targets) : symbols_(symbols), targets_(targets) {}

  /// Adds a body of `unit_facts.key`'s function, both with the program's ids.
  void add(Body&& body, const FunctionFacts& unit_facts, StringId target);

  /// Fills `nodes`, `bodies` and `first_node`; nothing can be added afterwards.
  void finish(Program& program);

private:
  struct Definition {
    FunctionId primary = no_id;  // the function that calls mention
    FunctionId function = no_id; // its entry in symbols
    TargetSetId targets = 0;
    uint32_t first_body = no_id;
    uint32_t next = no_id; // definition of the same function at another place
  };
  struct StagedBody {
    Body body;
    TargetSetId targets = 0;
    uint32_t next = no_id; // body of the same definition in another configuration
  };

  Definition& definitionAt(FunctionId primary, const FunctionFacts& unit_facts);
  void addNode(Program& program, const Definition& definition);

  Symbols& symbols_;
  TargetSets& targets_;
  std::vector<Definition> definitions_;
  std::vector<StagedBody> bodies_;
  std::vector<uint32_t> first_definition_; // by FunctionId
};

} // namespace nostall

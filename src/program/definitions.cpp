#include "program/definitions.h"

#include <algorithm>

namespace nostall {

TargetSets::TargetSets(std::vector<std::vector<StringId>>& sets) : sets_(sets) {
  sets_.emplace_back();
  ids_[{}] = 0;
}

TargetSetId TargetSets::with(TargetSetId set, StringId target) {
  if (target == 0) { return set; }
  const auto step = steps_.find({set, target});
  if (step != steps_.end()) { return step->second; }
  std::vector<StringId> members = sets_[set];
  const auto at = std::lower_bound(members.begin(), members.end(), target);
  if (at == members.end() || *at != target) { members.insert(at, target); }
  const auto [known, added] = ids_.try_emplace(members, static_cast<TargetSetId>(sets_.size()));
  if (added) { sets_.push_back(members); }
  steps_[{set, target}] = known->second;
  return known->second;
}

static bool samePlace(const SourceRange& left, const SourceRange& right) {
  return left.file == right.file && left.line == right.line && left.column == right.column;
}

/// The flags that configurations of one definition can differ in.
static void uniteDefinition(FunctionFacts& known, const FunctionFacts& other) {
  known.coroutine |= other.coroutine;
  known.yields_only &= other.yields_only;
  known.uninstantiated &= other.uninstantiated;
  known.external |= other.external;
}

Definitions::Definition& Definitions::definitionAt(FunctionId primary, const FunctionFacts& unit_facts) {
  if (primary >= first_definition_.size()) { first_definition_.resize(symbols_.functions.size(), no_id); }
  uint32_t* link = &first_definition_[primary];
  FunctionId function = primary;
  while (*link != no_id) {
    Definition& definition = definitions_[*link];
    FunctionFacts& known = symbols_.functions[definition.function];
    if (samePlace(known.at, unit_facts.at)) {
      uniteDefinition(known, unit_facts);
      return definition;
    }
    function = no_id;
    link = &definition.next;
  }
  *link = static_cast<uint32_t>(definitions_.size());
  if (function == no_id) {
    function = static_cast<FunctionId>(symbols_.functions.size());
    symbols_.functions.push_back(unit_facts);
  }
  // The reference into definitions_ ends here: `link` may point into it.
  return definitions_.emplace_back(Definition{.primary = primary, .function = function});
}

void Definitions::add(Body&& body, const FunctionFacts& unit_facts, StringId target) {
  Definition& definition = definitionAt(body.function, unit_facts);
  definition.targets = targets_.with(definition.targets, target);
  body.function = definition.function;
  uint32_t* link = &definition.first_body;
  while (*link != no_id) {
    StagedBody& known = bodies_[*link];
    if (known.body == body) {
      known.targets = targets_.with(known.targets, target);
      return;
    }
    link = &known.next;
  }
  *link = static_cast<uint32_t>(bodies_.size());
  bodies_.push_back({.body = std::move(body), .targets = targets_.with(0, target)});
}

void Definitions::addNode(Program& program, const Definition& definition) {
  const auto node = static_cast<NodeId>(program.nodes.size());
  Node& added = program.nodes.emplace_back();
  added.function = definition.function;
  added.targets = definition.targets;
  added.first_body = static_cast<BodyId>(program.bodies.size());
  for (uint32_t i = definition.first_body; i != no_id; i = bodies_[i].next) {
    program.bodies.push_back(
        {.body = std::move(bodies_[i].body), .node = node, .targets = bodies_[i].targets});
    ++added.body_count;
  }
}

void Definitions::finish(Program& program) {
  const size_t functions = symbols_.functions.size();
  first_definition_.resize(functions, no_id);
  program.nodes.reserve(definitions_.size());
  program.bodies.reserve(bodies_.size());
  program.first_node.reserve(functions + 1);
  for (FunctionId function = 0; function < functions; ++function) {
    program.first_node.push_back(static_cast<uint32_t>(program.nodes.size()));
    for (uint32_t i = first_definition_[function]; i != no_id; i = definitions_[i].next) {
      addNode(program, definitions_[i]);
    }
  }
  program.first_node.push_back(static_cast<uint32_t>(program.nodes.size()));
  bodies_.clear();
  bodies_.shrink_to_fit();
}

} // namespace nostall

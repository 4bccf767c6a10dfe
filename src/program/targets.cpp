#include "program/targets.h"

#include <algorithm>
#include <utility>

namespace nostall {

bool isExecutable(const Program& program, StringId target) {
  return target < program.executable_target.size() && program.executable_target[target] != 0;
}

bool onlyExecutables(const Program& program, TargetSetId targets) {
  const std::vector<StringId>& members = program.target_sets[targets];
  return !members.empty() && std::all_of(members.begin(), members.end(),
                                         [&](StringId target) { return isExecutable(program, target); });
}

static bool holds(const std::vector<StringId>& sorted, StringId target) {
  return std::binary_search(sorted.begin(), sorted.end(), target);
}

/// The nodes [first, last) that code of link target `target` means; at least one.
static std::vector<NodeId> meantIn(const Program& program, NodeId first, NodeId last, StringId target) {
  std::vector<NodeId> same;
  std::vector<NodeId> outside;
  std::vector<NodeId> all;
  for (NodeId node = first; node < last; ++node) {
    const TargetSetId targets = program.nodes[node].targets;
    if (target != 0 && holds(program.target_sets[targets], target)) { same.push_back(node); }
    if (!onlyExecutables(program, targets)) { outside.push_back(node); }
    all.push_back(node);
  }
  if (!same.empty()) { return same; }
  return outside.size() == 1 ? outside : all;
}

Resolution resolve(const Program& program, FunctionId function, TargetSetId targets) {
  Resolution found;
  if (function == no_id) { return found; }
  const NodeId first = program.first_node[function];
  const NodeId last = program.first_node[function + 1];
  if (last - first < 2) {
    if (first != last) { found.nodes.push_back(first); }
    return found;
  }
  std::vector<StringId> own = program.target_sets[targets];
  if (own.empty()) { own.push_back(0); }
  for (const StringId target : own) {
    const std::vector<NodeId> meant = meantIn(program, first, last, target);
    found.nodes.insert(found.nodes.end(), meant.begin(), meant.end());
  }
  std::sort(found.nodes.begin(), found.nodes.end());
  found.nodes.erase(std::unique(found.nodes.begin(), found.nodes.end()), found.nodes.end());
  found.ambiguous = found.nodes.size() > 1;
  return found;
}

TypeId objectType(const Symbols& symbols, TypeId type) {
  // A chain of pointers and references is as long as it is spelled; a function's type names its result.
  while (type != no_id && symbols.types[type].kind != TypeKind::Function &&
         symbols.types[type].pointee != no_id) {
    type = symbols.types[type].pointee;
  }
  return type;
}

} // namespace nostall

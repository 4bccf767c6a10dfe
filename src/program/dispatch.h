// Which overriders a virtual call may run.
#pragma once

#include "program/program.h"

#include <map>
#include <set>
#include <tuple>
#include <utility>
#include <vector>

namespace nostall {

class Dispatch {
public:
  /// `program` needs its symbols, targets and constructed types, and must outlive this.
  explicit Dispatch(const Program& program);

  /// Final overriders of `method` in the classes that derive from `object_class` and are constructed in code
  /// that can be linked with `targets`. When no such class is constructed anywhere (a library whose classes
  /// its users make), in all of them. Sorted; pure functions are left out.
  const std::vector<FunctionId>& candidates(FunctionId method, TypeId object_class, TargetSetId targets);

private:
  using Owners = std::map<TypeId, FunctionId>;
  /// What stands above -> what stands below, sorted: few types have bases, few functions override.
  using Descent = std::vector<std::pair<uint32_t, uint32_t>>;

  const Owners& overriders(FunctionId method);
  std::set<TypeId> withDerived(TypeId base) const;
  bool constructedFor(TypeId type, TargetSetId targets) const;
  void addFinalOverriders(TypeId type, const Owners& owners, std::vector<FunctionId>& found) const;
  std::vector<FunctionId> find(FunctionId method, TypeId object_class, TargetSetId targets);

  const Program& program_;
  Descent derived_;       // a class and one that derives from it directly
  Descent overriders_of_; // a method and one that overrides it directly
  std::map<FunctionId, Owners> overriders_;
  std::map<std::tuple<FunctionId, TypeId, TargetSetId>, std::vector<FunctionId>> known_;
};

} // namespace nostall

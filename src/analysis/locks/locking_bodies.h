// Which bodies have anything to do with locks.
#pragma once

#include "analysis/bodies/outlines.h"
#include "analysis/locks/lock_operations.h"

#include <vector>

namespace nostall {

class LockingBodies {
public:
  /// All must outlive this.
  LockingBodies(const Program& program, const Outlines& outlines, const LockTypes& types)
      : program_(program), outlines_(outlines), types_(types) {}

  /// Bodies outside of which `lockOperations` finds nothing, sorted: they have mutexes and guards of their
  /// own, or call a function that has effects, or have a home-grown guard.
  std::vector<BodyId> under(const LockEffects& effects);

private:
  void findUsersOf(const std::vector<TypeId>& guards);
  bool usesGuard(const Body& body, const std::vector<char>& is_guard) const;

  const Program& program_;
  const Outlines& outlines_;
  const LockTypes& types_;
  std::vector<TypeId> guards_;   // those that uses_guard_ was made for
  std::vector<char> uses_guard_; // by BodyId; empty when there are no guards
};

} // namespace nostall

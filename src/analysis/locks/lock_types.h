// Which types are mutexes and guards, and what a call does to one: `locks:` of the packs, and classes of the
// project that have lock() and unlock().
#pragma once

#include "analysis/contexts/classify.h"
#include "catalog/matcher.h"
#include "program/program.h"

#include <optional>
#include <string_view>
#include <vector>

namespace nostall {

class LockTypes {
public:
  /// All must outlive this.
  LockTypes(const Program& program, const Matcher& matcher, const Classes& classes);

  /// A guard by value whose mutex counts: its lock() returns nothing and is not awaited.
  const LockEntry* guard(TypeId type) const { return type == no_id ? nullptr : guards_[type]; }
  /// A std::optional of such a guard, or the like.
  const LockEntry* holder(TypeId type) const { return type == no_id ? nullptr : holders_[type]; }
  /// What a method call does to the mutex it is called on.
  std::optional<LockAction> actionOnMutex(const Event& call) const;
  /// Does `methods` have the function's bare name?
  bool isAmong(const std::vector<std::string>& methods, FunctionId function) const;
  bool isOneOf(TypeId type, const std::vector<std::string>& names) const;
  TypeId objectType(TypeId type) const { return nostall::objectType(program_.symbols, type); }
  std::string_view bareName(FunctionId function) const;

private:
  bool mutexCounts(TypeId mutex, bool generic) const;
  bool isCountedGuard(TypeId type) const;
  bool isRecord(TypeId type) const {
    return type != no_id && program_.symbols.types[type].kind == TypeKind::Record;
  }
  bool isVoid(TypeId type) const;
  bool isHomeGrownMutex(TypeId type) const;

  const Program& program_;
  const Classes& classes_;
  std::vector<const LockEntry*> entries_; // by TypeId: what the packs say
  std::vector<const LockEntry*> guards_;  // by TypeId
  std::vector<const LockEntry*> holders_; // by TypeId
};

} // namespace nostall

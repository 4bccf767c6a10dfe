#include "analysis/locks/lock_types.h"

#include "catalog/names.h"

#include <algorithm>
#include <array>
#include <string>

namespace nostall {
namespace {

struct NamedAction {
  std::string_view method;
  LockAction action;
};

/// What the standard calls them; a home-grown mutex that std::lock_guard takes has the first two.
constexpr std::array<NamedAction, 6> standard_actions = {{
    {"lock", LockAction::Lock},
    {"unlock", LockAction::Unlock},
    {"try_lock", LockAction::TryLock},
    {"lock_shared", LockAction::Lock},
    {"unlock_shared", LockAction::Unlock},
    {"try_lock_shared", LockAction::TryLock},
}};

} // namespace

std::string_view LockTypes::bareName(FunctionId function) const {
  if (function == no_id) { return {}; }
  return splitName(program_.symbols.text(program_.symbols.functions[function].name)).second;
}

bool LockTypes::isAmong(const std::vector<std::string>& methods, FunctionId function) const {
  const std::string_view name = bareName(function);
  return std::find(methods.begin(), methods.end(), name) != methods.end();
}

bool LockTypes::isOneOf(TypeId type, const std::vector<std::string>& names) const {
  const TypeId object = objectType(type);
  if (object == no_id) { return false; }
  const std::string& name = program_.symbols.text(program_.symbols.types[object].name);
  return std::find(names.begin(), names.end(), name) != names.end();
}

bool LockTypes::isVoid(TypeId type) const {
  return type != no_id && program_.symbols.text(program_.symbols.types[type].name) == "void";
}

/// What a guard by the standard's pattern (which also adopts) is made for must lock without being awaited.
/// Other guards are told by their pack to lock, and have other arguments too.
bool LockTypes::mutexCounts(TypeId mutex, bool generic) const {
  const TypeId result = program_.symbols.types[mutex].lock_result;
  if (result == no_id) {
    return !generic || (entries_[mutex] != nullptr && entries_[mutex]->kind == LockKind::Mutex);
  }
  if (isVoid(result)) { return true; }
  const LockEntry* made = entries_[result];
  return made != nullptr && made->kind == LockKind::Guard;
}

bool LockTypes::isCountedGuard(TypeId type) const {
  if (entries_[type] == nullptr || entries_[type]->kind != LockKind::Guard) { return false; }
  const bool generic = !entries_[type]->adopt_types.empty();
  const auto& arguments = program_.symbols.types[type].arguments;
  return std::all_of(arguments.begin(), arguments.end(),
                     [&](TypeId argument) { return !isRecord(argument) || mutexCounts(argument, generic); });
}

LockTypes::LockTypes(const Program& program, const Matcher& matcher, const Classes& classes)
    : program_(program), classes_(classes), entries_(program.symbols.types.size()), guards_(entries_.size()),
      holders_(entries_.size()) {
  for (TypeId type = 0; type < entries_.size(); ++type) {
    if (isRecord(type)) { entries_[type] = matcher.lock(type); }
  }
  for (TypeId type = 0; type < entries_.size(); ++type) {
    if (isCountedGuard(type)) { guards_[type] = entries_[type]; }
  }
  for (TypeId type = 0; type < entries_.size(); ++type) {
    const auto& arguments = program.symbols.types[type].arguments;
    const bool holds = entries_[type] != nullptr && entries_[type]->kind == LockKind::Holder;
    if (holds && !arguments.empty() && guard(arguments[0]) != nullptr) { holders_[type] = entries_[type]; }
  }
}

bool LockTypes::isHomeGrownMutex(TypeId type) const {
  return isRecord(type) && isVoid(program_.symbols.types[type].lock_result);
}

std::optional<LockAction> LockTypes::actionOnMutex(const Event& call) const {
  if (call.kind != EventKind::Call || call.callee == no_id) { return std::nullopt; }
  const TypeId type = objectType(call.object->type);
  if (!isRecord(type)) { return std::nullopt; }
  const LockEntry* entry = entries_[type];
  if (entry != nullptr) {
    if (entry->kind != LockKind::Mutex || classes_.isAwaitable(call.type)) { return std::nullopt; }
    if (isAmong(entry->lock, call.callee)) { return LockAction::Lock; }
    if (isAmong(entry->unlock, call.callee)) { return LockAction::Unlock; }
    if (isAmong(entry->try_lock, call.callee)) { return LockAction::TryLock; }
    return std::nullopt;
  }
  if (!isHomeGrownMutex(type)) { return std::nullopt; }
  const std::string_view name = bareName(call.callee);
  for (const NamedAction& known : standard_actions) {
    if (known.method == name) { return known.action; }
  }
  return std::nullopt;
}

} // namespace nostall

#include "analysis/locks/lock_operations.h"

#include "analysis/bodies/values.h"

#include <algorithm>
#include <optional>
#include <set>

namespace nostall {

namespace {

class Collector {
public:
  Collector(const Body& body, const Program& program, const LockTypes& types, const LockEffects& effects,
            const Matcher& matcher)
      : body_(body), program_(program), types_(types), effects_(effects), matcher_(matcher) {}

  LockOperations collect();

private:
  void collectOnce();
  void addParameters();
  void addEvent(EventId id);
  void addGuardConstruction(EventId id);
  void addHolderConstruction(EventId id);
  void addResult(EventId id);
  bool addMethod(EventId id);
  bool addMutexMethod(EventId id);
  bool addGuardMethod(EventId id, const LockEntry& entry, const std::string& path);
  bool addAssignment(EventId id);
  void addSwap(EventId id);
  void addLockCalls(EventId id);
  void addEffects(EventId id);
  void addEffect(EventId id, const LockEffect& effect, bool is_guard);
  void addDestruction(EventId id);
  void addMoves(EventId id);

  std::string slotPath(const Value& value) const;
  std::string slotPath(EventId made) const;
  std::optional<uint32_t> known(const std::string& path) const;
  std::optional<uint32_t> slot(const std::string& path);
  uint32_t acquire(uint32_t slot, EventId event, PathId mutex, uint32_t moved_from = no_id);
  void add(EventId event, LockStep step, uint32_t slot) { found_.operations.push_back({event, step, slot}); }
  void lock(EventId event, const std::string& path, PathId mutex, LockStep step = LockStep::Lock);
  void unlock(EventId event, const std::string& path, LockStep step = LockStep::Unlock);
  void move(EventId event, const std::string& from, const std::string& to);
  void ask(EventId event, const std::string& path, bool zero_is_success);
  bool isHomeGrownGuard(TypeId type) const;
  bool isLockValue(TypeId type) const;
  PathId mutexOf(const Event& event) const;
  std::string mapped(const Event& event, EventId id, std::string_view path) const;
  const Event& at(EventId id) const { return body_.events[id]; }
  const std::string& text(StringId id) const { return program_.symbols.text(id); }

  const Body& body_;
  const Program& program_;
  const LockTypes& types_;
  const LockEffects& effects_;
  const Matcher& matcher_;
  LockOperations found_;
  std::set<EventId> ended_; // temporaries whose end is shown
};

// ---------------------------------------------------------------------------------------------------
// Slots

std::string Collector::slotPath(const Value& value) const {
  if (value.path != 0) { return text(value.path); }
  return value.from == no_id ? std::string() : slotPath(value.from);
}

std::string Collector::slotPath(EventId made) const {
  return at(made).target != 0 ? text(at(made).target) : "#" + std::to_string(made);
}

std::optional<uint32_t> Collector::known(const std::string& path) const {
  for (uint32_t i = 0; i < found_.slots.size(); ++i) {
    if (found_.slots[i].path == path) { return i; }
  }
  return std::nullopt;
}

std::optional<uint32_t> Collector::slot(const std::string& path) {
  if (path.empty()) { return std::nullopt; }
  if (const auto old = known(path)) { return old; }
  if (found_.slots.size() == LockOperations::most) { return std::nullopt; }
  found_.slots.push_back({path});
  return static_cast<uint32_t>(found_.slots.size() - 1);
}

uint32_t Collector::acquire(uint32_t slot, EventId event, PathId mutex, uint32_t moved_from) {
  if (found_.acquisitions.size() == LockOperations::most) { return no_id; }
  found_.acquisitions.push_back({slot, event, moved_from, mutex});
  return static_cast<uint32_t>(found_.acquisitions.size() - 1);
}

void Collector::lock(EventId event, const std::string& path, PathId mutex, LockStep step) {
  // Nobody shows the end of what became a part of something that has no name here.
  if (path.starts_with('#') && !ended_.contains(event)) { return; }
  const auto held = slot(path);
  const uint32_t acquisition = held ? acquire(*held, event, mutex) : no_id;
  if (acquisition == no_id) { return; }
  found_.operations.push_back({event, step, *held, no_id, acquisition});
}

void Collector::unlock(EventId event, const std::string& path, LockStep step) {
  if (const auto held = slot(path)) { add(event, step, *held); }
}

void Collector::move(EventId event, const std::string& from, const std::string& to) {
  const auto source = known(from);
  if (!source) {
    if (const auto target = known(to)) { add(event, LockStep::Unlock, *target); }
    return;
  }
  LockOperation operation{event, LockStep::Move, *source};
  const bool nameless = to.starts_with('#') && !ended_.contains(event);
  const auto target = nameless ? std::nullopt : slot(to);
  const uint32_t acquisition = target ? acquire(*target, event, 0, *source) : no_id;
  if (acquisition != no_id) {
    operation.to = *target;
    operation.acquisition = acquisition;
  }
  found_.operations.push_back(operation);
}

void Collector::ask(EventId event, const std::string& path, bool zero_is_success) {
  const auto asked = slot(path);
  if (!asked) { return; }
  const LockQuestion question{*asked, zero_is_success};
  found_.questions.emplace(event, question);
  const PathId target = at(event).target;
  if (target == 0) { return; }
  // A variable that gets several answers tells nothing.
  const auto [answer, is_new] = found_.answers.emplace(target, question);
  if (!is_new) { answer->second.slot = no_id; }
}

// ---------------------------------------------------------------------------------------------------
// Guards

bool Collector::isHomeGrownGuard(TypeId type) const {
  const TypeId object = types_.objectType(type);
  return std::binary_search(effects_.guards.begin(), effects_.guards.end(), object);
}

bool Collector::isLockValue(TypeId type) const {
  return types_.guard(type) != nullptr || types_.holder(type) != nullptr || isHomeGrownGuard(type);
}

/// The first argument that has a name and is no tag.
PathId Collector::mutexOf(const Event& event) const {
  for (const Value& argument : event.arguments) {
    if (argument.path != 0 && !argument.defaulted && !text(argument.path).starts_with("global:std::")) {
      return argument.path;
    }
  }
  return 0;
}

void Collector::addGuardConstruction(EventId id) {
  const Event& event = at(id);
  const LockEntry& entry = *types_.guard(event.type);
  const std::string path = slotPath(id);
  if (const Value* moved = copiedValue(program_.symbols, event)) {
    move(id, slotPath(*moved), path);
    return;
  }
  bool tries = false;
  bool locks = false;
  bool adopts = false;
  for (const Value& argument : event.arguments) {
    if (types_.isOneOf(argument.type, entry.defer_types)) { return unlock(id, path); }
    tries |= types_.isOneOf(argument.type, entry.try_types) ||
             types_.isOneOf(argument.type, {"std::chrono::duration", "std::chrono::time_point"});
    adopts |= types_.isOneOf(argument.type, entry.adopt_types);
    locks |= !argument.defaulted && argument.constant != ConstantKind::Null;
  }
  if (!locks) { return unlock(id, path); }
  for (const Value& argument : event.arguments) {
    // From here on the guard unlocks what was locked by hand.
    const auto by_hand = adopts ? known(slotPath(argument)) : std::nullopt;
    if (by_hand) { add(id, LockStep::Unlock, *by_hand); }
  }
  lock(id, path, mutexOf(event), tries ? LockStep::TryLock : LockStep::Lock);
}

void Collector::addHolderConstruction(EventId id) {
  const Event& event = at(id);
  const std::string path = slotPath(id);
  for (const Value& argument : event.arguments) {
    if (types_.isOneOf(argument.type, {"std::nullopt_t"}) || argument.defaulted) { continue; }
    if (isLockValue(argument.type)) { return move(id, slotPath(argument), path); }
    return lock(id, path, mutexOf(event));
  }
  unlock(id, path);
}

/// A function that returns a guard locks, as far as its name does not say that it only tries.
void Collector::addResult(EventId id) {
  const Event& event = at(id);
  if (event.type == no_id || program_.symbols.types[event.type].kind != TypeKind::Record) { return; }
  const FunctionFacts* callee = event.callee == no_id ? nullptr : &program_.symbols.functions[event.callee];
  if (callee != nullptr && callee->copy_or_move) { return; }
  const bool is_guard = types_.guard(event.type) != nullptr;
  const bool is_holder = !is_guard && types_.holder(event.type) != nullptr;
  // What an await returns is a guard of the coroutine library's, or was locked by other code.
  if (!is_guard && !is_holder && (event.implicit || !isHomeGrownGuard(event.type))) { return; }
  const bool makes_nothing = is_holder && event.arguments.empty();
  if (makes_nothing) { return; }
  const bool tries = types_.bareName(event.callee).starts_with("try");
  lock(id, slotPath(id), mutexOf(event), tries ? LockStep::TryLock : LockStep::Lock);
}

bool Collector::addGuardMethod(EventId id, const LockEntry& entry, const std::string& path) {
  const Event& event = at(id);
  if (path.empty()) { return false; }
  if (types_.isAmong(entry.lock, event.callee)) {
    lock(id, path, mutexOf(event));
  } else if (types_.isAmong(entry.unlock, event.callee)) {
    unlock(id, path);
  } else if (types_.isAmong(entry.try_lock, event.callee)) {
    lock(id, path, 0, LockStep::TryLock);
    ask(id, path, false);
  } else if (types_.isAmong(entry.owns, event.callee)) {
    ask(id, path, false);
  } else if (types_.isAmong(entry.releases, event.callee)) {
    const auto held = known(path);
    PathId mutex = event.target;
    for (const Acquisition& acquisition : found_.acquisitions) {
      if (mutex == 0 && held && acquisition.slot == *held) { mutex = acquisition.mutex; }
    }
    move(id, path, text(mutex));
  } else {
    return false;
  }
  return true;
}

/// `guard = other`, `optional = std::nullopt`.
bool Collector::addAssignment(EventId id) {
  const Event& event = at(id);
  if (types_.bareName(event.callee) != "operator=" || event.arguments.empty()) { return false; }
  const std::string path = slotPath(*event.object);
  const TypeId type = types_.objectType(event.object->type);
  if (path.empty() || !isLockValue(type)) { return false; }
  if (isLockValue(types_.objectType(event.arguments[0].type))) {
    move(id, slotPath(event.arguments[0]), path);
  } else {
    unlock(id, path);
  }
  return true;
}

void Collector::addSwap(EventId id) {
  const Event& event = at(id);
  const bool is_method = event.object->path != 0;
  const size_t arguments = is_method ? 1 : 2;
  if (types_.bareName(event.callee) != "swap" || event.arguments.size() != arguments) { return; }
  const auto first = known(slotPath(is_method ? *event.object : event.arguments[0]));
  const auto second = known(slotPath(event.arguments.back()));
  if (!first && !second) { return; }
  const auto left = first ? first : slot(slotPath(is_method ? *event.object : event.arguments[0]));
  const auto right = second ? second : slot(slotPath(event.arguments.back()));
  if (!left || !right) { return; }
  LockOperation operation{id, LockStep::Swap, *left, *right};
  operation.acquisition = acquire(*right, id, 0, *left);
  operation.back_acquisition = acquire(*left, id, 0, *right);
  if (operation.back_acquisition != no_id) { found_.operations.push_back(operation); }
}

// ---------------------------------------------------------------------------------------------------
// Mutexes

bool Collector::addMutexMethod(EventId id) {
  const Event& event = at(id);
  const std::optional<LockAction> action = types_.actionOnMutex(event);
  if (!action) { return false; }
  const std::string path = slotPath(*event.object);
  if (path.empty() || path.starts_with('#')) { return true; }
  if (*action == LockAction::Unlock) {
    unlock(id, path);
  } else {
    lock(id, path, event.object->path, *action == LockAction::Lock ? LockStep::Lock : LockStep::TryLock);
    if (*action == LockAction::TryLock) { ask(id, path, false); }
  }
  return true;
}

bool Collector::addMethod(EventId id) {
  const Event& event = at(id);
  if (event.callee == no_id || !event.object) { return false; }
  if (addAssignment(id) || addMutexMethod(id)) { return true; }
  const TypeId type = types_.objectType(event.object->type);
  if (type == no_id) { return false; }
  const LockEntry* entry = types_.guard(type);
  if (entry == nullptr) { entry = types_.holder(type); }
  return entry != nullptr && addGuardMethod(id, *entry, slotPath(*event.object));
}

void Collector::addLockCalls(EventId id) {
  const Event& event = at(id);
  for (uint32_t i = 0; i < event.arguments.size(); ++i) {
    const LockCallEntry* entry = matcher_.lockCall(event, i);
    const std::string path = entry == nullptr ? std::string() : slotPath(event.arguments[i]);
    if (path.empty() || path.starts_with('#')) { continue; }
    if (entry->action == LockAction::Unlock) {
      unlock(id, path);
      continue;
    }
    const bool tries = entry->action == LockAction::TryLock;
    lock(id, path, event.arguments[i].path, tries ? LockStep::TryLock : LockStep::Lock);
    if (tries) { ask(id, path, entry->zero_is_success); }
  }
}

// ---------------------------------------------------------------------------------------------------
// Functions of the project

/// What the callee calls `path`, in the words of the caller; empty when it has no name here.
std::string Collector::mapped(const Event& event, EventId id, std::string_view path) const {
  const size_t end = std::min(path.find('.'), path.size());
  const std::string_view root = path.substr(0, end);
  const std::string rest(path.substr(end));
  std::string base;
  if (root == "this") {
    base = event.kind == EventKind::Construct ? slotPath(id) : slotPath(*event.object);
  } else if (root.starts_with("param:")) {
    const auto& names = program_.symbols.functions[event.callee].parameter_names;
    for (uint32_t i = 0; i < names.size() && i < event.arguments.size(); ++i) {
      if (text(names[i]) == root.substr(6)) { base = slotPath(event.arguments[i]); }
    }
  } else {
    base = std::string(root);
  }
  return base.empty() ? base : base + rest;
}

void Collector::addEffect(EventId id, const LockEffect& effect, bool is_guard) {
  const Event& event = at(id);
  std::string path = mapped(event, id, effect.path);
  LockStep step = effect.step;
  // Whatever a guard locks, it unlocks at its end.
  const bool constructs = event.kind == EventKind::Construct;
  if (constructs) { path = slotPath(id); }
  if (!constructs && is_guard && effect.path.starts_with("this")) {
    path = slotPath(*event.object);
    // What it asks before is whether it holds anything.
    if (step == LockStep::MayUnlock) { step = LockStep::Unlock; }
  }
  if (path.empty()) { return; }
  if (step == LockStep::Lock || step == LockStep::TryLock) {
    lock(id, path, mutexOf(event), step);
  } else if (!constructs) {
    unlock(id, path, step);
  }
}

void Collector::addEffects(EventId id) {
  const Event& event = at(id);
  const auto known_effects = effects_.functions.find(event.callee);
  if (known_effects == effects_.functions.end()) { return; }
  const bool is_guard = event.object && isHomeGrownGuard(event.object->type);
  for (const LockEffect& effect : known_effects->second) {
    addEffect(id, effect, is_guard);
    if (event.kind == EventKind::Construct) { return; }
  }
}

// ---------------------------------------------------------------------------------------------------
// All together

void Collector::addDestruction(EventId id) {
  const std::string path = slotPath(*at(id).object);
  if (path.empty()) { return; }
  for (uint32_t i = 0; i < found_.slots.size(); ++i) {
    if (isWithin(found_.slots[i].path, path)) { add(id, LockStep::Unlock, i); }
  }
}

/// Given away: who has it now is not followed.
void Collector::addMoves(EventId id) {
  for (const Value& argument : at(id).arguments) {
    const auto held = argument.moved ? known(slotPath(argument)) : std::nullopt;
    if (held) { add(id, LockStep::Move, *held); }
  }
}

void Collector::addEvent(EventId id) {
  const Event& event = at(id);
  if (event.kind == EventKind::Destroy) { return addDestruction(id); }
  if (event.kind == EventKind::Construct) {
    const Value* moved = copiedValue(program_.symbols, event);
    if (moved != nullptr && isHomeGrownGuard(event.type)) { return move(id, slotPath(*moved), slotPath(id)); }
    if (event.callee != no_id && types_.guard(event.type) != nullptr) { return addGuardConstruction(id); }
    if (types_.holder(event.type) != nullptr) { return addHolderConstruction(id); }
    addEffects(id);
    return addMoves(id);
  }
  if (event.kind != EventKind::Call) { return; }
  if (addMethod(id)) { return; }
  addSwap(id);
  addLockCalls(id);
  addEffects(id);
  addResult(id);
  addMoves(id);
}

void Collector::addParameters() {
  const FunctionFacts& function = program_.symbols.functions[body_.function];
  for (size_t i = 0; i < function.parameters.size() && i < function.parameter_names.size(); ++i) {
    const bool by_value = program_.symbols.types[function.parameters[i]].kind == TypeKind::Record;
    if (!by_value || !isLockValue(function.parameters[i]) || function.parameter_names[i] == 0) { continue; }
    const auto held = slot("param:" + text(function.parameter_names[i]));
    const uint32_t acquisition = held ? acquire(*held, no_id, 0) : no_id;
    if (acquisition != no_id) { found_.at_entry.push_back(acquisition); }
  }
}

void Collector::collectOnce() {
  addParameters();
  for (EventId id = 0; id < body_.events.size(); ++id) {
    addEvent(id);
  }
}

LockOperations Collector::collect() {
  for (const Event& event : body_.events) {
    if (event.kind == EventKind::Destroy && event.object->from != no_id) {
      ended_.insert(event.object->from);
    }
  }
  collectOnce();
  if (found_.slots.empty()) { return {}; }
  // Again, for what the first half does to slots that the second one showed.
  std::vector<LockSlot> slots = std::move(found_.slots);
  found_ = {};
  found_.slots = std::move(slots);
  collectOnce();
  return std::move(found_);
}

} // namespace

LockOperations lockOperations(const Body& body, const Program& program, const LockTypes& types,
                              const LockEffects& effects, const Matcher& matcher) {
  return Collector(body, program, types, effects, matcher).collect();
}

} // namespace nostall

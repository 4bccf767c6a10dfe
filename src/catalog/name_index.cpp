#include "catalog/name_index.h"

#include "catalog/condition_match.h"
#include "catalog/names.h"

#include <algorithm>
#include <iterator>

namespace nostall {
namespace {

bool isMember(FunctionKind kind) {
  return kind == FunctionKind::Method || kind == FunctionKind::StaticMethod ||
         kind == FunctionKind::Conversion;
}

/// The project has its body, which says more than any entry could.
bool isProjectDefined(const FunctionFacts& function) {
  return function.defined && !function.external;
}

void addAll(const std::vector<uint32_t>& entries, std::string_view object_class, bool own_class,
            std::vector<Candidate>& found) {
  for (const uint32_t entry : entries) {
    found.push_back({entry, object_class, own_class});
  }
}

bool comesBefore(const Candidate& left, const Candidate& right) {
  if (left.entry != right.entry) { return left.entry < right.entry; }
  // Those without a condition first, so that they win over the others.
  if (left.object_class != right.object_class) { return left.object_class < right.object_class; }
  return left.own_class && !right.own_class;
}

/// Sorts, and leaves of one entry only what can make a difference.
void tidy(std::vector<Candidate>& found) {
  std::sort(found.begin(), found.end(), comesBefore);
  const auto last = std::unique(found.begin(), found.end(), [](const Candidate& kept, const Candidate& next) {
    return kept.entry == next.entry && (kept.object_class.empty() || kept.object_class == next.object_class);
  });
  found.erase(last, found.end());
}

} // namespace

NameIndex::NameIndex(const Catalog& catalog, const Symbols& symbols, const TypeNames& types)
    : symbols_(symbols), types_(types) {
  addAll(catalog);
  collectTypes();
  collectFunctions();
}

void NameIndex::collectFunctions() {
  roles_.assign(symbols_.functions.size(), 0);
  list_of_.assign(symbols_.functions.size(), 0);
  lists_.resize(1);
  for (FunctionId function = 0; function < symbols_.functions.size(); ++function) {
    const FunctionFacts& facts = symbols_.functions[function];
    std::vector<Candidate> found = findByName(facts);
    if (!found.empty()) { listOf(function) = std::move(found); }
    const bool is_operator = facts.owner != no_id && symbols_.text(facts.name).ends_with("operator()");
    if (is_operator) { roles_[function] = call_operator; }
  }
  // What overriders get is what the names alone say of the overridden: all of it is found first.
  std::vector<std::pair<FunctionId, std::vector<Candidate>>> inherited;
  for (FunctionId function = 0; function < symbols_.functions.size(); ++function) {
    if (symbols_.functions[function].overrides.empty()) { continue; }
    std::vector<Candidate> found = overridden(function);
    if (!found.empty()) { inherited.emplace_back(function, std::move(found)); }
  }
  for (const auto& [function, found] : inherited) {
    std::vector<Candidate>& list = listOf(function);
    list.insert(list.end(), found.begin(), found.end());
  }
  for (FunctionId function = 0; function < symbols_.functions.size(); ++function) {
    if (list_of_[function] == 0) { continue; }
    tidy(lists_[list_of_[function]]);
    for (size_t role = 0; role < role_count; ++role) {
      const bool some = !candidates(function, static_cast<Role>(role)).empty();
      if (some) { roles_[function] = roles_[function] | 1U << role; }
    }
  }
}

std::vector<Candidate>& NameIndex::listOf(FunctionId function) {
  if (list_of_[function] == 0) {
    list_of_[function] = static_cast<uint32_t>(lists_.size());
    lists_.emplace_back();
  }
  return lists_[list_of_[function]];
}

template <typename T>
void NameIndex::addEntries(Role role, const Catalog& catalog, std::vector<T> LibraryPack::* list) {
  role_begin_[static_cast<size_t>(role)] = static_cast<uint32_t>(entries_.size());
  for (const LibraryPack& pack : catalog.packs) {
    for (const T& entry : pack.*list) {
      const auto id = static_cast<uint32_t>(entries_.size());
      entries_.push_back(&entry);
      for (const Pattern& pattern : entry.patterns) {
        addPattern(pattern, id);
      }
    }
  }
  role_begin_[static_cast<size_t>(role) + 1] = static_cast<uint32_t>(entries_.size());
}

void NameIndex::addAll(const Catalog& catalog) {
  addEntries(Role::Blocks, catalog, &LibraryPack::blocks);
  addEntries(Role::NeverBlocks, catalog, &LibraryPack::never_blocks);
  addEntries(Role::Inline, catalog, &LibraryPack::inlines);
  addEntries(Role::Elsewhere, catalog, &LibraryPack::elsewhere);
  addEntries(Role::Callback, catalog, &LibraryPack::callbacks);
  addEntries(Role::Overrides, catalog, &LibraryPack::overrides);
  addEntries(Role::Switches, catalog, &LibraryPack::switches);
  addEntries(Role::Detaches, catalog, &LibraryPack::detaches);
  addEntries(Role::Constructs, catalog, &LibraryPack::constructs);
  addEntries(Role::Destroys, catalog, &LibraryPack::destroys);
  addEntries(Role::Copies, catalog, &LibraryPack::copies);
  addEntries(Role::Modes, catalog, &LibraryPack::modes);
  addEntries(Role::Drops, catalog, &LibraryPack::drops);
  addEntries(Role::LockCalls, catalog, &LibraryPack::lock_calls);
  addEntries(Role::Looks, catalog, &LibraryPack::looks);
  addEntries(Role::Peers, catalog, &LibraryPack::peers);
  addEntries(Role::Deadlines, catalog, &LibraryPack::deadlines);
  addEntries(Role::Moves, catalog, &LibraryPack::moves);
}

void NameIndex::addPattern(const Pattern& pattern, uint32_t entry) {
  switch (pattern.kind) {
  case PatternKind::Function: functions_[pattern.name].push_back(entry); break;
  case PatternKind::Object: objects_[pattern.name].push_back(entry); break;
  case PatternKind::EachMethodOf: classes_[pattern.name].each.push_back(entry); break;
  case PatternKind::Constructor: classes_[pattern.name].constructors.push_back(entry); break;
  case PatternKind::Destructor: classes_[pattern.name].destructors.push_back(entry); break;
  case PatternKind::Method: {
    const auto [class_name, member] = splitName(pattern.name);
    classes_[class_name].members[member].push_back(entry);
    break;
  }
  }
}

void NameIndex::collectTypes() {
  patterns_.assign(types_.size(), nullptr);
  for (TypeId type = 0; type < types_.size(); ++type) {
    const auto found = classes_.find(types_.name(type));
    if (found == classes_.end()) { continue; }
    patterns_[type] = &found->second;
    for (const TypeId base : types_.bases(type)) {
      DerivedPatterns& derived = derived_[types_.name(base)];
      const DerivedPatterns::value_type entry(types_.name(type), &found->second);
      // Specialisations of one template share a name.
      if (std::find(derived.begin(), derived.end(), entry) == derived.end()) { derived.push_back(entry); }
    }
  }
  narrower_.assign(types_.size(), nullptr);
  for (TypeId type = 0; type < types_.size() && !derived_.empty(); ++type) {
    const auto found = derived_.find(types_.name(type));
    if (found != derived_.end()) { narrower_[type] = &found->second; }
  }
}

std::vector<Candidate> NameIndex::findByName(const FunctionFacts& function) const {
  std::vector<Candidate> found;
  findFree(function, found);
  if (isMember(function.kind)) { findMember(function, found); }
  const bool structor =
      function.kind == FunctionKind::Constructor || function.kind == FunctionKind::Destructor;
  if (structor) { findStructor(function, found); }
  return found;
}

void NameIndex::findFree(const FunctionFacts& function, std::vector<Candidate>& found) const {
  if (function.kind != FunctionKind::Function && function.kind != FunctionKind::StaticMethod) { return; }
  const std::string_view name = symbols_.text(function.name);
  const auto entries = functions_.find(name);
  if (entries == functions_.end()) { return; }
  // The project's own `int sleep(int)` is not the C library's: only the project itself speaks of it.
  const bool global = splitName(name).first.empty();
  const bool only_own = global && isProjectDefined(function);
  for (const uint32_t entry : entries->second) {
    if (!only_own || entries_[entry]->library == project_library) { found.push_back({entry, {}, true}); }
  }
}

void NameIndex::findMember(const FunctionFacts& function, std::vector<Candidate>& found) const {
  if (function.owner == no_id) { return; }
  const std::span<const TypeId> bases = types_.bases(function.owner);
  const auto is_named = [&](TypeId type) { return patternsOf(type) != nullptr; };
  const bool some = is_named(function.owner) || narrower_[function.owner] != nullptr ||
                    std::any_of(bases.begin(), bases.end(), is_named);
  if (!some) { return; }
  const std::string_view member = splitName(symbols_.text(function.name)).second;
  const auto add_member = [&](TypeId type, bool own_class) {
    const ClassPatterns* patterns = patternsOf(type);
    if (patterns == nullptr) { return; }
    const auto entries = patterns->members.find(member);
    if (entries != patterns->members.end()) { nostall::addAll(entries->second, {}, own_class, found); }
    if (own_class && member != "operator=") { nostall::addAll(patterns->each, {}, true, found); }
  };
  add_member(function.owner, true);
  // A function of the project that only hides one of a base is another function, and its body is known.
  if (!isProjectDefined(function) || !function.overrides.empty()) {
    for (const TypeId base : bases) {
      add_member(base, false);
    }
  }
  findThroughDerived(function, member, found);
}

void NameIndex::findThroughDerived(const FunctionFacts& function, std::string_view member,
                                   std::vector<Candidate>& found) const {
  if (narrower_[function.owner] == nullptr) { return; }
  for (const auto& [class_name, patterns] : *narrower_[function.owner]) {
    const auto entries = patterns->members.find(member);
    if (entries != patterns->members.end()) { nostall::addAll(entries->second, class_name, false, found); }
  }
}

void NameIndex::findStructor(const FunctionFacts& function, std::vector<Candidate>& found) const {
  const auto add_structors = [&](TypeId type, bool own_class) {
    const ClassPatterns* patterns = patternsOf(type);
    if (patterns == nullptr) { return; }
    const bool destructor = function.kind == FunctionKind::Destructor;
    nostall::addAll(destructor ? patterns->destructors : patterns->constructors, {}, own_class, found);
  };
  add_structors(function.owner, true);
  // A body of the project shows what it does to its bases.
  if (isProjectDefined(function)) { return; }
  for (const TypeId base : types_.bases(function.owner)) {
    add_structors(base, false);
  }
}

/// What is said of the functions that it overrides, however far up.
std::vector<Candidate> NameIndex::overridden(FunctionId function) const {
  std::vector<Candidate> found;
  std::vector<FunctionId> above(symbols_.functions[function].overrides.begin(),
                                symbols_.functions[function].overrides.end());
  for (size_t i = 0; i < above.size(); ++i) {
    for (const Candidate& candidate : lists_[list_of_[above[i]]]) {
      if (candidate.object_class.empty()) { found.push_back({candidate.entry, {}, false}); }
    }
    for (const FunctionId further : symbols_.functions[above[i]].overrides) {
      if (std::find(above.begin(), above.end(), further) == above.end()) { above.push_back(further); }
    }
  }
  return found;
}

std::pair<uint32_t, uint32_t> NameIndex::rangeOf(Role role) const {
  return {role_begin_[static_cast<size_t>(role)], role_begin_[static_cast<size_t>(role) + 1]};
}

std::span<const Candidate> NameIndex::candidates(FunctionId function, Role role) const {
  if (function == no_id) { return {}; }
  const std::vector<Candidate>& all = lists_[list_of_[function]];
  const auto [first, last] = rangeOf(role);
  const auto before = [](const Candidate& candidate, uint32_t entry) { return candidate.entry < entry; };
  const auto begin = std::lower_bound(all.begin(), all.end(), first, before);
  const auto end = std::lower_bound(begin, all.end(), last, before);
  return {begin, end};
}

void NameIndex::addOfRole(const Entries& entries, Role role, bool own_class,
                          std::vector<Candidate>& found) const {
  const auto [first, last] = rangeOf(role);
  for (const uint32_t entry : entries) {
    if (entry >= first && entry < last) { found.push_back({entry, {}, own_class}); }
  }
}

std::vector<Candidate> NameIndex::candidatesOfType(TypeId type, bool destructor, Role role) const {
  std::vector<Candidate> found;
  const auto add_structors = [&](TypeId named) {
    const ClassPatterns* patterns = patternsOf(named);
    if (patterns == nullptr) { return; }
    addOfRole(destructor ? patterns->destructors : patterns->constructors, role, named == type, found);
  };
  add_structors(type);
  for (const TypeId base : types_.bases(type)) {
    add_structors(base);
  }
  tidy(found);
  return found;
}

std::vector<Candidate> NameIndex::candidatesOfObject(const Value& object, Role role) const {
  std::vector<Candidate> found;
  const auto add_named = [&](std::string_view name) {
    const auto entries = objects_.find(name);
    if (entries != objects_.end()) { addOfRole(entries->second, role, true, found); }
  };
  static constexpr std::string_view global_root = "global:";
  const std::string_view path = symbols_.text(object.path);
  if (path.starts_with(global_root)) { add_named(path.substr(global_root.size())); }
  for (const StringId name : object.names) {
    add_named(symbols_.text(name));
  }
  tidy(found);
  return found;
}

} // namespace nostall

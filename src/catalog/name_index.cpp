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
    : symbols_(symbols), types_(types), candidates_(symbols.functions.size()) {
  addAll(catalog);
  collectDerivedPatterns();
  std::vector<std::vector<Candidate>> by_name;
  by_name.reserve(symbols.functions.size());
  for (const FunctionFacts& function : symbols.functions) {
    by_name.push_back(findByName(function));
  }
  for (FunctionId function = 0; function < symbols.functions.size(); ++function) {
    candidates_[function] = by_name[function];
    if (!symbols.functions[function].overrides.empty()) { addOverridden(by_name, function); }
    tidy(candidates_[function]);
  }
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

const NameIndex::ClassPatterns* NameIndex::patternsOf(TypeId type) const {
  const auto found = classes_.find(types_.name(type));
  return found == classes_.end() ? nullptr : &found->second;
}

void NameIndex::collectDerivedPatterns() {
  for (TypeId type = 0; type < types_.size(); ++type) {
    const ClassPatterns* patterns = patternsOf(type);
    if (patterns == nullptr) { continue; }
    for (const TypeId base : types_.bases(type)) {
      auto& derived = derived_[types_.name(base)];
      const std::pair<std::string_view, const ClassPatterns*> entry(types_.name(type), patterns);
      // Specialisations of one template share a name.
      if (std::find(derived.begin(), derived.end(), entry) == derived.end()) { derived.push_back(entry); }
    }
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
    for (const TypeId base : types_.bases(function.owner)) {
      add_member(base, false);
    }
  }
  findThroughDerived(function, member, found);
}

void NameIndex::findThroughDerived(const FunctionFacts& function, std::string_view member,
                                   std::vector<Candidate>& found) const {
  const auto derived = derived_.find(types_.name(function.owner));
  if (derived == derived_.end()) { return; }
  for (const auto& [class_name, patterns] : derived->second) {
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

void NameIndex::addOverridden(const std::vector<std::vector<Candidate>>& by_name, FunctionId function) {
  std::vector<FunctionId> overridden = symbols_.functions[function].overrides;
  for (size_t i = 0; i < overridden.size(); ++i) {
    for (const Candidate& candidate : by_name[overridden[i]]) {
      if (candidate.object_class.empty()) { candidates_[function].push_back({candidate.entry, {}, false}); }
    }
    for (const FunctionId further : symbols_.functions[overridden[i]].overrides) {
      if (std::find(overridden.begin(), overridden.end(), further) == overridden.end()) {
        overridden.push_back(further);
      }
    }
  }
}

std::pair<uint32_t, uint32_t> NameIndex::rangeOf(Role role) const {
  return {role_begin_[static_cast<size_t>(role)], role_begin_[static_cast<size_t>(role) + 1]};
}

std::span<const Candidate> NameIndex::candidates(FunctionId function, Role role) const {
  if (function == no_id) { return {}; }
  const std::vector<Candidate>& all = candidates_[function];
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

#include "catalog/matcher.h"

#include "catalog/condition_match.h"
#include "catalog/name_index.h"
#include "catalog/names.h"
#include "catalog/type_names.h"

#include <algorithm>
#include <map>
#include <unordered_map>

namespace nostall {
namespace {

template <typename T>
using ByName = std::unordered_map<std::string_view, const T*>;

/// The first entry of a name wins.
template <typename T>
ByName<T> indexTypes(const Catalog& catalog, std::vector<T> LibraryPack::* list) {
  ByName<T> index;
  for (const LibraryPack& pack : catalog.packs) {
    for (const T& entry : pack.*list) {
      index.emplace(entry.type, &entry);
    }
  }
  return index;
}

/// The namespaces of `list`, with the pack that has each; with null when several packs have it.
ByName<LibraryPack> soleClaims(const Catalog& catalog, std::vector<std::string> LibraryPack::* list) {
  ByName<LibraryPack> claims;
  for (const LibraryPack& pack : catalog.packs) {
    for (const std::string& name : pack.*list) {
      const auto [claim, is_new] = claims.emplace(name, &pack);
      if (!is_new) { claim->second = nullptr; }
    }
  }
  return claims;
}

bool selects(const ArgumentSelector& selector, const Event& event, uint32_t argument) {
  switch (selector.kind) {
  case ArgumentSelector::Kind::Index: return selector.index == argument;
  case ArgumentSelector::Kind::Last: return argument + 1 == writtenArguments(event);
  case ArgumentSelector::Kind::Any: return true;
  }
  return false;
}

} // namespace

struct Matcher::Index {
  Index(const Catalog& catalog, const Symbols& all_symbols)
      : symbols(all_symbols), types(all_symbols), names(catalog, all_symbols, types),
        tasks(indexTypes(catalog, &LibraryPack::tasks)),
        sync_types(indexTypes(catalog, &LibraryPack::sync_types)),
        awaitables(indexTypes(catalog, &LibraryPack::awaitables)),
        views(indexTypes(catalog, &LibraryPack::views)),
        no_throws(indexTypes(catalog, &LibraryPack::no_throws)),
        executors(indexTypes(catalog, &LibraryPack::executors)),
        locks(indexTypes(catalog, &LibraryPack::locks)), limits(indexTypes(catalog, &LibraryPack::limits)) {
    for (const MatchEntry* entry : matchEntries(catalog)) {
      by_expression[entry->expression].push_back(&entry->block);
    }
    libraries = soleClaims(catalog, &LibraryPack::namespaces);
    // Of several packs that name things in a namespace, the one that claims it whole.
    for (const auto& [name, pack] : soleClaims(catalog, &LibraryPack::external_namespaces)) {
      const LibraryPack*& library = libraries[name];
      if (library == nullptr) { library = pack; }
    }
  }

  /// What could match the event, by names alone.
  std::vector<Candidate> candidatesOf(const Event& event, Role role) const;
  bool fits(const Candidate& candidate, const Event& event, const ModeQuery& modes = {}) const;
  /// The first entry of a role that fits and that `accepts`; null when none does.
  template <typename T, typename Accepts>
  const T* first(const Event& event, Role role, const Accepts& accepts) const;
  template <typename T>
  const T* first(const Event& event, Role role) const {
    return first<T>(event, role, [](const T& /*entry*/) { return true; });
  }
  const CallableEntry* callable(const Event& event, Role role, uint32_t argument) const {
    return first<CallableEntry>(
        event, role, [&](const CallableEntry& entry) { return selects(entry.argument, event, argument); });
  }
  /// The entry for the type or its nearest base.
  template <typename T>
  const T* byLineage(const ByName<T>& index, TypeId type) const;
  bool hasPool(TypeId type) const { return byLineage(executors, types.withoutIndirections(type)) != nullptr; }

  const Symbols& symbols;
  TypeNames types;
  NameIndex names;
  ByName<TaskEntry> tasks;
  ByName<TypeEntry> sync_types;
  ByName<TypeEntry> awaitables;
  ByName<TypeEntry> views;
  ByName<TypeEntry> no_throws;
  ByName<TypeEntry> executors;
  ByName<LockEntry> locks;
  ByName<TypeEntry> limits;
  ByName<LibraryPack> libraries;
  std::map<std::string_view, std::vector<const BlockEntry*>> by_expression;
};

std::vector<Candidate> Matcher::Index::candidatesOf(const Event& event, Role role) const {
  const bool is_call = event.kind == EventKind::Call;
  const bool structor = event.kind == EventKind::Construct || event.kind == EventKind::Destroy;
  if (!is_call && !structor) { return {}; }
  if (structor && event.callee == no_id) {
    return names.candidatesOfType(event.type, event.kind == EventKind::Destroy, role);
  }
  if (event.callee != no_id && !names.mayHaveCandidates(event.callee, role)) { return {}; }
  const std::span<const Candidate> named = names.candidates(event.callee, role);
  std::vector<Candidate> found(named.begin(), named.end());
  const bool calls_object = event.callee == no_id || names.isCallOperator(event.callee);
  if (!is_call || !calls_object) { return found; }
  const std::vector<Candidate> objects = names.candidatesOfObject(*event.object, role);
  found.insert(found.end(), objects.begin(), objects.end());
  std::sort(found.begin(), found.end(),
            [](const Candidate& left, const Candidate& right) { return left.entry < right.entry; });
  return found;
}

bool Matcher::Index::fits(const Candidate& candidate, const Event& event, const ModeQuery& modes) const {
  if (!candidate.object_class.empty()) {
    const TypeId object = types.withoutIndirections(event.object->type);
    if (!types.isOrDerivesFrom(object, candidate.object_class)) { return false; }
  }
  return conditionsHold(names.entry(candidate.entry), event, symbols, types, modes);
}

template <typename T, typename Accepts>
const T* Matcher::Index::first(const Event& event, Role role, const Accepts& accepts) const {
  for (const Candidate& candidate : candidatesOf(event, role)) {
    const auto& entry = static_cast<const T&>(names.entry(candidate.entry));
    if (accepts(entry) && fits(candidate, event)) { return &entry; }
  }
  return nullptr;
}

template <typename T>
const T* Matcher::Index::byLineage(const ByName<T>& index, TypeId type) const {
  if (type == no_id || index.empty()) { return nullptr; }
  const auto own = index.find(types.name(type));
  if (own != index.end()) { return own->second; }
  for (const TypeId base : types.bases(type)) {
    const auto found = index.find(types.name(base));
    if (found != index.end()) { return found->second; }
  }
  return nullptr;
}

Matcher::Matcher(const Catalog& catalog, const Symbols& symbols)
    : index_(std::make_unique<Index>(catalog, symbols)) {}
Matcher::~Matcher() = default;
Matcher::Matcher(Matcher&&) noexcept = default;
Matcher& Matcher::operator=(Matcher&&) noexcept = default;

/// What users say of a call goes before what the built-in packs say of it, rule by rule.
static void leaveOutReplaced(std::vector<const BlockEntry*>& entries) {
  const bool all_alike = std::all_of(entries.begin(), entries.end(), [&](const BlockEntry* entry) {
    return entry->source.built_in == entries.front()->source.built_in;
  });
  if (all_alike) { return; }
  const std::vector<const BlockEntry*> all = entries;
  std::erase_if(entries, [&](const BlockEntry* entry) {
    return entry->source.built_in && std::any_of(all.begin(), all.end(), [&](const BlockEntry* other) {
             return !other->source.built_in && other->rule == entry->rule;
           });
  });
}

std::vector<const BlockEntry*> Matcher::blocks(const Event& event, const ModeQuery& modes) const {
  std::vector<const BlockEntry*> found;
  for (const Candidate& candidate : index_->candidatesOf(event, Role::Blocks)) {
    const auto& entry = static_cast<const BlockEntry&>(index_->names.entry(candidate.entry));
    const bool is_new = found.empty() || found.back() != &entry;
    if (is_new && index_->fits(candidate, event, modes)) { found.push_back(&entry); }
  }
  leaveOutReplaced(found);
  return found;
}

std::vector<const BlockEntry*> Matcher::namedBlocks(const Event& event) const {
  std::vector<const BlockEntry*> found;
  for (const Candidate& candidate : index_->candidatesOf(event, Role::Blocks)) {
    const auto& entry = static_cast<const BlockEntry&>(index_->names.entry(candidate.entry));
    const bool is_new = found.empty() || found.back() != &entry;
    const bool is_named = candidate.object_class.empty() || index_->fits(candidate, event);
    if (is_new && is_named) { found.push_back(&entry); }
  }
  return found;
}

std::vector<const BlockEntry*> Matcher::blocksMatching(std::string_view expression) const {
  const auto known = index_->by_expression.find(expression);
  return known == index_->by_expression.end() ? std::vector<const BlockEntry*>() : known->second;
}

Mentions Matcher::mentions(const Event& event) const {
  const bool is_call =
      event.kind == EventKind::Call || event.kind == EventKind::Construct || event.kind == EventKind::Destroy;
  if (!is_call) { return {}; }
  // Of calls without a callee the object or the type decides: they are few.
  const auto may = [&](Role role) {
    return event.callee == no_id || index_->names.mayHaveCandidates(event.callee, role);
  };
  return {.blocks = may(Role::Blocks),
          .modes = may(Role::Modes),
          .type_effects = may(Role::Constructs) || may(Role::Destroys) || may(Role::Copies),
          .switches = may(Role::Switches),
          .detaches = may(Role::Detaches),
          .lock_calls = may(Role::LockCalls),
          .moves = may(Role::Moves)};
}

bool Matcher::neverBlocks(FunctionId function) const {
  const std::span<const Candidate> all = index_->names.candidates(function, Role::NeverBlocks);
  return std::any_of(all.begin(), all.end(),
                     [](const Candidate& candidate) { return candidate.object_class.empty(); });
}

const CallableEntry* Matcher::runsInline(const Event& event, uint32_t argument) const {
  return index_->callable(event, Role::Inline, argument);
}

const CallableEntry* Matcher::runsElsewhere(const Event& event, uint32_t argument) const {
  return index_->callable(event, Role::Elsewhere, argument);
}

const CallableEntry* Matcher::isCallback(const Event& event, uint32_t argument) const {
  return index_->callable(event, Role::Callback, argument);
}

const CallableEntry* Matcher::drops(const Event& event, uint32_t argument) const {
  return index_->callable(event, Role::Drops, argument);
}

const MoveEntry* Matcher::moves(const Event& event) const {
  return index_->first<MoveEntry>(event, Role::Moves);
}

const SwitchEntry* Matcher::switches(const Event& event) const {
  return index_->first<SwitchEntry>(event, Role::Switches);
}

const DetachEntry* Matcher::detaches(const Event& event) const {
  return index_->first<DetachEntry>(event, Role::Detaches);
}

const ModeEntry* Matcher::changesMode(const Event& event) const {
  return index_->first<ModeEntry>(event, Role::Modes);
}

const TypeEffectEntry* Matcher::constructs(const Event& event) const {
  return index_->first<TypeEffectEntry>(event, Role::Constructs);
}

const TypeEffectEntry* Matcher::destroys(const Event& event) const {
  return index_->first<TypeEffectEntry>(event, Role::Destroys);
}

const TypeEffectEntry* Matcher::copies(const Event& event) const {
  return index_->first<TypeEffectEntry>(event, Role::Copies);
}

const MethodOverrideEntry* Matcher::overridesContext(FunctionId function) const {
  for (const Candidate& candidate : index_->names.candidates(function, Role::Overrides)) {
    const bool overrides = !candidate.own_class && candidate.object_class.empty();
    if (overrides) { return &static_cast<const MethodOverrideEntry&>(index_->names.entry(candidate.entry)); }
  }
  return nullptr;
}

const TaskEntry* Matcher::task(TypeId type) const {
  return index_->byLineage(index_->tasks, index_->types.withoutReferences(type));
}

bool Matcher::isSync(TypeId type) const {
  return index_->byLineage(index_->sync_types, index_->types.withoutReferences(type)) != nullptr;
}

bool Matcher::isAwaitable(TypeId type) const {
  // Qt's timers and replies are awaited through a pointer.
  return index_->byLineage(index_->awaitables, index_->types.withoutIndirections(type)) != nullptr;
}

bool Matcher::isView(TypeId type) const {
  return index_->byLineage(index_->views, index_->types.withoutReferences(type)) != nullptr;
}

bool Matcher::isNoThrow(TypeId type) const {
  const TypeId value = index_->types.withoutReferences(type);
  if (value == no_id) { return false; }
  if (index_->byLineage(index_->no_throws, value) != nullptr) { return true; }
  const auto& arguments = index_->symbols.types[value].arguments;
  return std::any_of(arguments.begin(), arguments.end(), [&](TypeId argument) {
    return index_->byLineage(index_->no_throws, argument) != nullptr;
  });
}

bool Matcher::isPoolExecutor(TypeId type) const {
  if (index_->hasPool(type)) { return true; }
  const TypeId holder = index_->types.withoutIndirections(type);
  if (holder == no_id) { return false; }
  // A pool is often held by a smart pointer, or a token of one: folly::Executor::KeepAlive.
  const TypeFacts& facts = index_->symbols.types[holder];
  return facts.external && !facts.arguments.empty() && index_->hasPool(facts.arguments[0]);
}

const LockEntry* Matcher::lock(TypeId type) const {
  return index_->byLineage(index_->locks, index_->types.withoutReferences(type));
}

const LockCallEntry* Matcher::lockCall(const Event& event, uint32_t argument) const {
  return index_->first<LockCallEntry>(event, Role::LockCalls, [&](const LockCallEntry& entry) {
    return selects(entry.argument, event, argument);
  });
}

const Entry* Matcher::looks(const Event& event) const {
  return index_->first<Entry>(event, Role::Looks);
}

const TypeEntry* Matcher::limits(TypeId type) const {
  return index_->byLineage(index_->limits, index_->types.withoutIndirections(type));
}

const Entry* Matcher::waitsForPeer(const Event& event) const {
  return index_->first<Entry>(event, Role::Peers);
}

const Entry* Matcher::setsDeadline(const Event& event) const {
  return index_->first<Entry>(event, Role::Deadlines);
}

const LibraryPack* Matcher::libraryOf(std::string_view qualified_name) const {
  std::string_view scope = splitName(qualified_name).first;
  while (!scope.empty()) {
    const auto found = index_->libraries.find(scope);
    if (found != index_->libraries.end() && found->second != nullptr) { return found->second; }
    const size_t outer = scope.rfind("::");
    scope = scope.substr(0, outer == std::string_view::npos ? 0 : outer);
  }
  return nullptr;
}

} // namespace nostall

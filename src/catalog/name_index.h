// Which entries name a function. Looks at names and classes alone; conditions are looked at per call.
#pragma once

#include "catalog/catalog.h"
#include "catalog/type_names.h"
#include "model/facts.h"

#include <cstdint>
#include <span>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace nostall {

/// The sections of packs that hold patterns.
enum class Role : uint8_t {
  Blocks,
  NeverBlocks,
  Inline,
  Elsewhere,
  Callback,
  Overrides,
  Switches,
  Detaches,
  Constructs,
  Destroys,
  Copies,
  Modes,
  Drops,
};
inline constexpr size_t role_count = 13;

/// An entry that speaks of a function, perhaps.
struct Candidate {
  uint32_t entry = 0; ///< into NameIndex::entry(); in catalog order within a role
  /// Only when the object's static type is this class or derives from it; empty for always.
  std::string_view object_class;
  /// The function is a member of the very class that the pattern names.
  bool own_class = false;
};

class NameIndex {
public:
  /// All three must outlive the index.
  NameIndex(const Catalog& catalog, const Symbols& symbols, const TypeNames& types);

  const Entry& entry(uint32_t id) const { return *entries_[id]; }
  /// Candidates of one role for a function, in catalog order.
  std::span<const Candidate> candidates(FunctionId function, Role role) const;
  /// Constructions and ends of objects whose functions the compiler did not name.
  std::vector<Candidate> candidatesOfType(TypeId type, bool destructor, Role role) const;
  /// Entries (`object:`) that name one of the globals that a callee expression is written with.
  std::vector<Candidate> candidatesOfObject(const Value& object, Role role) const;

private:
  using Entries = std::vector<uint32_t>;
  using EntriesByName = std::unordered_map<std::string_view, Entries>;

  struct ClassPatterns {
    EntriesByName members;
    Entries each;
    Entries constructors;
    Entries destructors;
  };

  template <typename T>
  void addEntries(Role role, const Catalog& catalog, std::vector<T> LibraryPack::* list);
  void addAll(const Catalog& catalog);
  void addPattern(const Pattern& pattern, uint32_t entry);
  void collectDerivedPatterns();
  const ClassPatterns* patternsOf(TypeId type) const;

  std::vector<Candidate> findByName(const FunctionFacts& function) const;
  void findFree(const FunctionFacts& function, std::vector<Candidate>& found) const;
  void findMember(const FunctionFacts& function, std::vector<Candidate>& found) const;
  void findThroughDerived(const FunctionFacts& function, std::string_view member,
                          std::vector<Candidate>& found) const;
  void findStructor(const FunctionFacts& function, std::vector<Candidate>& found) const;
  void addOverridden(const std::vector<std::vector<Candidate>>& by_name, FunctionId function);
  void addOfRole(const Entries& entries, Role role, bool own_class, std::vector<Candidate>& found) const;
  std::pair<uint32_t, uint32_t> rangeOf(Role role) const;

  const Symbols& symbols_;
  const TypeNames& types_;
  std::vector<const Entry*> entries_;
  uint32_t role_begin_[role_count + 1] = {};
  EntriesByName functions_;
  EntriesByName objects_;
  std::unordered_map<std::string_view, ClassPatterns> classes_;
  /// By the name of a class: the classes named in patterns that derive from it.
  std::unordered_map<std::string_view, std::vector<std::pair<std::string_view, const ClassPatterns*>>>
      derived_;
  std::vector<std::vector<Candidate>> candidates_; ///< by function
};

} // namespace nostall

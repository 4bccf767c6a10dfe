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
  LockCalls,
  Looks,
  Peers,
  Deadlines,
  Moves,
};
inline constexpr size_t role_count = 18;

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
  /// There may be some for a call of the function, its own or those of an object that it is called on. Most
  /// functions have none, and this is asked of every call.
  bool mayHaveCandidates(FunctionId function, Role role) const {
    return (roles_[function] & (call_operator | 1U << static_cast<size_t>(role))) != 0;
  }
  /// It is the call operator of a class.
  bool isCallOperator(FunctionId function) const { return (roles_[function] & call_operator) != 0; }
  /// Constructions and ends of objects whose functions the compiler did not name.
  std::vector<Candidate> candidatesOfType(TypeId type, bool destructor, Role role) const;
  /// Entries (`object:`) that name one of the globals that a callee expression is written with.
  std::vector<Candidate> candidatesOfObject(const Value& object, Role role) const;

private:
  static constexpr uint32_t call_operator = 1U << 31U; // of roles_
  static_assert(role_count < 32);

  using Entries = std::vector<uint32_t>;
  using EntriesByName = std::unordered_map<std::string_view, Entries>;

  struct ClassPatterns {
    EntriesByName members;
    Entries each;
    Entries constructors;
    Entries destructors;
  };

  using DerivedPatterns = std::vector<std::pair<std::string_view, const ClassPatterns*>>;

  template <typename T>
  void addEntries(Role role, const Catalog& catalog, std::vector<T> LibraryPack::* list);
  void addAll(const Catalog& catalog);
  void addPattern(const Pattern& pattern, uint32_t entry);
  void collectTypes();
  void collectFunctions();
  const ClassPatterns* patternsOf(TypeId type) const { return type == no_id ? nullptr : patterns_[type]; }

  std::vector<Candidate> findByName(const FunctionFacts& function) const;
  void findFree(const FunctionFacts& function, std::vector<Candidate>& found) const;
  void findMember(const FunctionFacts& function, std::vector<Candidate>& found) const;
  void findThroughDerived(const FunctionFacts& function, std::string_view member,
                          std::vector<Candidate>& found) const;
  void findStructor(const FunctionFacts& function, std::vector<Candidate>& found) const;
  std::vector<Candidate> overridden(FunctionId function) const;
  std::vector<Candidate>& listOf(FunctionId function);
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
  std::unordered_map<std::string_view, DerivedPatterns> derived_;
  std::vector<const ClassPatterns*> patterns_;   ///< by type: those of its name
  std::vector<const DerivedPatterns*> narrower_; ///< by type: those of classes that derive from it
  std::vector<uint32_t> roles_;                  ///< by function: a bit for each role, and call_operator
  std::vector<uint32_t> list_of_;                ///< by function, into lists_; 0 is the empty one
  std::vector<std::vector<Candidate>> lists_;
};

} // namespace nostall

// Which entries of the catalog speak of a call. One matcher serves one set of symbols (a linked program)
// and remembers per function what can match, so that the conditions alone are looked at per call.
#pragma once

#include "catalog/catalog.h"
#include "catalog/condition_match.h"
#include "model/facts.h"

#include <memory>
#include <string_view>
#include <vector>

namespace nostall {

/// What entries may say of an event, by names alone; whether they do, their conditions decide.
struct Mentions {
  bool blocks = false;
  bool modes = false;
  bool type_effects = false; ///< `constructs:`, `destroys:`, `copies:`
  bool switches = false;
  bool detaches = false;
  bool lock_calls = false;
  bool moves = false;
};

class Matcher {
public:
  /// Both must outlive the matcher.
  Matcher(const Catalog& catalog, const Symbols& symbols);
  ~Matcher();
  Matcher(Matcher&&) noexcept;
  Matcher& operator=(Matcher&&) noexcept;

  /// Entries of `blocks:` whose name and conditions fit a Call, Construct or Destroy event, disabled ones
  /// included, in catalog order; of one rule only the user's when there are some. Whether the call's own type
  /// is awaitable is the caller's to ask. `modes` answers conditions about the modes of objects.
  std::vector<const BlockEntry*> blocks(const Event& event, const ModeQuery& modes = {}) const;

  /// Entries of `blocks:` whose name fits, also when their conditions do not hold.
  std::vector<const BlockEntry*> namedBlocks(const Event& event) const;

  /// What `match:` entries with this expression say of a call that it matches.
  std::vector<const BlockEntry*> blocksMatching(std::string_view expression) const;

  /// Much faster than asking for the entries.
  Mentions mentions(const Event& event) const;

  /// `never_blocks:` and no body to look at.
  bool neverBlocks(FunctionId function) const;

  /// What becomes of the callable in `event.arguments[argument]`.
  const CallableEntry* runsInline(const Event& event, uint32_t argument) const;
  const CallableEntry* runsElsewhere(const Event& event, uint32_t argument) const;
  const CallableEntry* isCallback(const Event& event, uint32_t argument) const;
  const CallableEntry* drops(const Event& event, uint32_t argument) const;

  /// Callbacks of the call's object run on another thread from then on.
  const MoveEntry* moves(const Event& event) const;
  const SwitchEntry* switches(const Event& event) const;
  const DetachEntry* detaches(const Event& event) const;
  const ModeEntry* changesMode(const Event& event) const;
  const TypeEffectEntry* constructs(const Event& event) const;
  const TypeEffectEntry* destroys(const Event& event) const;
  const TypeEffectEntry* copies(const Event& event) const;
  /// The function overrides a method that a loop calls.
  const MethodOverrideEntry* overridesContext(FunctionId function) const;

  /// By the type's name or a base's; references are looked through.
  const TaskEntry* task(TypeId type) const;
  bool isSync(TypeId type) const;
  bool isAwaitable(TypeId type) const;    ///< through pointers too: co_await timer
  bool isView(TypeId type) const;         ///< refers to what it is made of
  bool isNoThrow(TypeId type) const;      ///< or has such a template argument
  bool isPoolExecutor(TypeId type) const; ///< through pointers and smart pointers too
  const LockEntry* lock(TypeId type) const;
  /// The function locks or unlocks `event.arguments[argument]`.
  const LockCallEntry* lockCall(const Event& event, uint32_t argument) const;
  /// The call only looks at what others change, or lets them run (`looks:`).
  const Entry* looks(const Event& event) const;
  const TypeEntry* limits(TypeId type) const; ///< through pointers too (`limits:`)
  const Entry* waitsForPeer(const Event& event) const;
  const Entry* setsDeadline(const Event& event) const;

  /// The pack of the innermost namespace of a qualified name that one pack alone has; null when none.
  const LibraryPack* libraryOf(std::string_view qualified_name) const;

private:
  struct Index;
  std::unique_ptr<Index> index_;
};

} // namespace nostall

// Rules and library packs after loading: checked, names absolute, ready to match. See rules/README.md
// for the files they come from.
#pragma once

#include "model/severity.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace nostall {

/// Where a rule, pack entry or config value was written.
struct SourceOfRule {
  std::string file; ///< "rules/libraries/asio.yaml" for embedded files
  uint32_t line = 0;
  uint32_t column = 0;
  bool built_in = false; ///< embedded in the program, not the user's
};

enum class RuleKind : uint8_t { Reach, LostTask, Detached, Lock, Dangling, Loop, Pattern, Suppression };

// ---------------------------------------------------------------------------------------------------
// What an entry matches

enum class PatternKind : uint8_t {
  Function,     ///< a function that is no member, or a static member
  Method,       ///< "Owner::member", inherited and overridden ones too
  EachMethodOf, ///< every method of the class, `name` is the class
  Constructor,  ///< `name` is the class
  Destructor,   ///< `name` is the class
  Object,       ///< a call of the global function object `name`
};

struct Pattern {
  PatternKind kind = PatternKind::Function;
  std::string name; ///< absolute: no leading "::", no template arguments, no inline namespaces
};

enum class Subject : uint8_t {
  Argument,      ///< argument `index`
  LastArgument,  //
  AnyArgument,   //
  ArgumentCount, ///< written arguments, defaulted ones not counted: between `at_least` and `at_most`
  ReturnType,    ///< `names` are types
  Result,        ///< the result is discarded
  CopyOrMove,    ///< a copy or move constructor or assignment
  Object,        ///< the implied object
};

enum class Test : uint8_t {
  Equals,          ///< one of `names` is written there, or one of `numbers` is its value
  HasFlag,         ///< one of `names` is written in it, or all bits of one of `numbers` are set in its value
  ZeroTime,        ///< a duration, timespec or timeval of zero
  IsNull,          //
  Absent,          ///< not written: defaulted, or fewer arguments
  HasType,         ///< its type, or a base of it, without references and pointers, is one of `names`
  HasTypeArgument, ///< one of its template arguments, or of theirs, has one of the types `names`
  RefersTo,        ///< it is one of the globals `names`
  HasMode,         ///< earlier calls put it into the mode `mode`
  Holds,           ///< for subjects that are a test by themselves
};

/// What a call does to an object, so that other calls of it do not wait (or wait again).
enum class Mode : uint8_t {
  /// A socket, session or descriptor that returns instead of waiting. In packs also `joins`, of an object
  /// whose
  /// end waits, as other objects of its type do not. Either holds only where it is shown.
  Nonblocking,
  Blocking, ///< the opposite of Nonblocking, in packs also `joined`: never asked for in conditions
  Ready,    ///< what would be waited for has happened: a future that was asked
};

struct Condition {
  Subject subject = Subject::Argument;
  Test test = Test::Equals;
  uint32_t index = 0;
  std::vector<std::string> names;
  std::vector<int64_t> numbers;
  uint32_t at_least = 0;
  uint32_t at_most = UINT32_MAX;
  Mode mode = Mode::Nonblocking;
};

/// What all entries of a pack have in common.
struct Entry {
  std::vector<Pattern> patterns;
  std::vector<Condition> when;   ///< all must hold
  std::vector<Condition> unless; ///< none may hold
  std::string library;
  SourceOfRule source;
};

enum class Cost : uint8_t {
  Always,  ///< parks the thread for as long as the operation takes
  MayWait, ///< waits when a peer is slow
  Short,   ///< an uncontended lock, a small write
};

/// An argument that bounds a wait and is a plain number.
struct TimeArgument {
  uint32_t argument = 0;
  int64_t unit = 1; ///< in nanoseconds
};

struct BlockEntry : Entry {
  std::string rule;
  Cost cost = Cost::Always;
  std::optional<Severity> severity;    ///< instead of the rule's, if lower
  std::optional<Severity> in_callback; ///< the same, where a callback of a loop reaches the call
  bool enabled = true;
  bool approximate = false; ///< one level lower: the condition needs a person's judgement
  std::optional<TimeArgument> time;
  std::string why; ///< when it blocks, for `explain` and `why`: "until the timeout"
  std::map<std::string, std::string> instead; ///< by async library ("any" for all): over the pack's own
};

/// `match:`: the frontend says which calls the expression matches, and such a call blocks.
struct MatchEntry {
  std::string expression; ///< an AST matcher in clang-query's language
  BlockEntry block;       ///< what a match means; without patterns
};

struct Rule {
  std::string id;
  RuleKind kind = RuleKind::Reach;
  Severity severity = Severity::Error;
  bool enabled = true;
  std::string summary;
  std::string message; ///< "'{callee}' parks the event loop's thread"
  /// For cases of which one sentence is not true: "lazy", "eager", ...
  std::map<std::string, std::string> messages;
  std::string help; ///< Markdown
  std::vector<std::string> references;
  std::vector<MatchEntry> matches; ///< of a rule of kind `match`
  SourceOfRule source;
};

/// `moves:`: from then on callbacks of the call's object run on another thread (QObject::moveToThread).
struct MoveEntry : Entry {};

/// Which argument of a call an entry speaks of.
struct ArgumentSelector {
  enum class Kind : uint8_t { Index, Last, Any } kind = Kind::Any;
  uint32_t index = 0;
};

/// `elsewhere:`, `inline:`, `drops:`, and `callback_of:` of `async:`: what becomes of a callable argument.
struct CallableEntry : Entry {
  ArgumentSelector argument;
  bool ignores_result = false; ///< a task that the callable returns is dropped
};

enum class OnDestroy : uint8_t { Nothing, Cancel, Wait };
enum class TaskStart : uint8_t { Unknown, Lazy, Eager };

struct TaskEntry {
  std::string type; ///< absolute
  TaskStart start = TaskStart::Unknown;
  OnDestroy on_destroy = OnDestroy::Nothing;
  bool context = true;   ///< a plain function that returns it is an async context
  bool detached = false; ///< fire and forget by design
  bool shared = false;   ///< one of several handles: others may await it
  std::string library;
  SourceOfRule source;
};

/// Types by name: `sync:`, `awaitable:`, `executor:` ...
struct TypeEntry {
  std::string type;
  std::string library;
  SourceOfRule source;
};

/// `detaches:`: a call that starts a task and waits for nothing.
struct DetachEntry : Entry {
  /// The argument that is told how the task ended, when there is one.
  std::optional<ArgumentSelector> handler;
  bool context_only = false; ///< of no interest outside of async contexts
  bool kept = false;         ///< what is started is kept, and somebody sees how it ends: it only goes on
  bool ends_program = false; ///< an exception in what it starts ends the program: none is lost in silence
};

struct MethodOverrideEntry : Entry {}; ///< overriders of a method are async contexts (`overrides:`)

enum class SwitchUntil : uint8_t { NextAsync, SwitchBack };

/// Results of a call: one of the numbers, or written with one of the names. Empty: anything that is true.
struct CallResults {
  std::vector<std::string> names;
  std::vector<int64_t> numbers;

  bool isEmpty() const { return names.empty() && numbers.empty(); }
};

/// `switches:`: after `co_await` of the call the coroutine runs elsewhere (or on the loop again). With an
/// answer: where a branch found that result, without any `co_await`.
struct SwitchEntry : Entry {
  bool to_loop = false;
  SwitchUntil until = SwitchUntil::SwitchBack;
  CallResults answer;
};

/// `constructs:`, `destroys:`, `copies:`: an external function that does so to a type argument.
struct TypeEffectEntry : Entry {
  uint32_t type_argument = 0;
  /// It counts the template arguments of the object's class (vector<T>::emplace_back), not the call's.
  bool of_class = false;
  /// Others may hold what the object holds (shared_ptr): its end ends it only when nobody else can.
  bool shared = false;
};

/// `modes:`: a call that changes the mode of an object, or tells it (Ready).
struct ModeEntry : Entry {
  enum class Of : uint8_t {
    Object, ///< the object of a method, the new object of a constructor
    Argument,
    Result,
    Parameters, ///< what the callable `argument` is called with
  } of = Of::Object;
  uint32_t argument = 0;
  Mode mode = Mode::Nonblocking;
  CallResults answer;  ///< of Ready: the result that says so
  CallResults pending; ///< of Ready: the result that says that it is not
};

enum class LockKind : uint8_t {
  Mutex,
  Guard,  ///< locks when it is made and unlocks at its end
  Holder, ///< may hold a guard that is its template argument: std::optional
};

/// `locks:` by type. Methods are bare names: "lock".
struct LockEntry {
  std::string type;
  LockKind kind = LockKind::Mutex;
  std::vector<std::string> lock;
  std::vector<std::string> unlock;
  std::vector<std::string> try_lock;
  std::vector<std::string> releases; ///< of a guard: its mutex stays locked, and is no longer its own
  std::vector<std::string> owns;     ///< of a guard: says whether it holds its mutex
  std::vector<std::string> defer_types;
  std::vector<std::string> adopt_types;
  std::vector<std::string> try_types;
  std::string library;
  SourceOfRule source;
};

enum class LockAction : uint8_t { Lock, Unlock, TryLock };

/// `locks:` by call: a function that does something to the mutexes or guards it is given.
struct LockCallEntry : Entry {
  ArgumentSelector argument;
  LockAction action = LockAction::Lock;
  bool zero_is_success = false; ///< of TryLock, as C functions have it
};

/// `fixes:`: what to write instead of a call, where a coroutine of the library makes it itself.
struct FixEntry : Entry {
  std::string rule;
  std::string text; ///< "co_await seastar::sleep({0})": {0} is the call's only argument as it is written
  std::vector<std::string> needs; ///< classes or functions that the program must know already, absolute
};

/// A macro the library needs to show its coroutine API to clang.
struct MacroDefinition {
  std::string name;
  std::string value;
};

/// The library of what a project says of its own functions: entries that match functions the project
/// itself defines, global ones too.
inline constexpr std::string_view project_library = "project";

struct LibraryPack {
  std::string library;
  std::string title;                   ///< "Boost.Asio"
  std::vector<std::string> namespaces; ///< absolute; "" is the global one
  /// Namespaces whose code is the library's, wherever it stands: external in a project that vendors it.
  std::vector<std::string> external_namespaces;
  std::vector<BlockEntry> blocks;
  std::vector<TaskEntry> tasks;
  std::vector<TypeEntry> sync_types;
  std::vector<TypeEntry> awaitables;
  std::vector<TypeEntry> views;     ///< refer to what they are made of
  std::vector<TypeEntry> no_throws; ///< an awaited operation that is given one throws no error
  std::vector<CallableEntry> callbacks;
  std::vector<MethodOverrideEntry> overrides;
  std::vector<std::string> async_annotations;
  std::vector<CallableEntry> elsewhere;
  std::vector<TypeEntry> executors; ///< executor types that mean a pool
  std::vector<CallableEntry> inlines;
  std::vector<MoveEntry> moves;
  std::vector<CallableEntry> drops; ///< the callable is gone when its call returns
  std::vector<TypeEffectEntry> constructs, destroys, copies;
  std::vector<MacroDefinition> defines;
  std::vector<Entry> never_blocks;
  std::vector<SwitchEntry> switches;
  std::vector<DetachEntry> detaches;
  std::vector<LockEntry> locks;
  std::vector<LockCallEntry> lock_calls;
  std::vector<Entry> looks;      ///< only look at something that others change, or let them run
  std::vector<TypeEntry> limits; ///< bound how much runs at once, or wait for what was started
  std::vector<Entry> peers;      ///< awaits that end when another machine answers
  std::vector<Entry> deadlines;  ///< end them earlier
  std::vector<ModeEntry> modes;
  std::vector<MatchEntry> matches;
  std::vector<FixEntry> fixes;
  std::map<std::string, std::string> instead; ///< rule id -> what to write with this library
  SourceOfRule source;
};

} // namespace nostall

// What one unit says about its functions, types and calls, as plain data with no rule applied.
//
// Everything is an index into tables, so that a unit's facts can be written to a pipe or a file as they
// are and joined with other units' by renumbering. `Symbols` is shared by a unit and by the linked
// program, which is why the catalog can match names against either.
#pragma once

#include "model/boxed.h"
#include "model/packed_vector.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace nostall {

using StringId = uint32_t;   ///< into Symbols::strings; 0 is the empty string
using FileId = uint32_t;     ///< into Symbols::files
using TypeId = uint32_t;     ///< into Symbols::types
using FunctionId = uint32_t; ///< into Symbols::functions
using EventId = uint32_t;    ///< into Body::events
using BlockId = uint32_t;    ///< into Body::blocks

/// "No such thing", for every id type above except StringId, whose nothing is 0.
inline constexpr uint32_t no_id = UINT32_MAX;

/// A place in the code as written. In a macro it is the expansion, in the file a person would edit.
struct SourceRange {
  FileId file = no_id;
  uint32_t line = 0;       ///< 1-based; 0 when the code stands nowhere (implicit members)
  uint32_t column = 0;     ///< 1-based, in bytes
  uint32_t end_line = 0;   ///< of the last token
  uint32_t end_column = 0; ///< one past the last byte, as SARIF counts

  bool operator==(const SourceRange&) const = default;
};

/// A file that holds code of the unit.
struct FileFacts {
  StringId path = 0; ///< absolute, without "." and ".."; symbolic links are kept as the build names them
  /// System headers, other people's code: their functions are leaves and nothing is reported in them.
  bool external = false;
  /// Made by a tool (moc_*, *.pb.cc): facts yes, findings no.
  bool generated = false;
};

// ---------------------------------------------------------------------------------------------------
// Types

enum class TypeKind : uint8_t {
  Other,     ///< void, arithmetic types, arrays, what no rule asks about
  Record,    ///< class, struct, union
  Enum,      //
  Pointer,   ///< `pointee` is what it points to
  Reference, ///< `pointee` is what it refers to; `is_rvalue` tells T&& from T&
  Function,  ///< function and member function types, behind pointers
};

/// How a coroutine with this return type starts (its promise's initial_suspend).
enum class Start : uint8_t {
  Unknown,
  Lazy,  ///< suspend_always, or an awaiter whose await_ready is `false`
  Eager, ///< suspend_never
};

struct MemberFacts {
  StringId name = 0;
  TypeId type = no_id;
  bool operator==(const MemberFacts&) const = default;
};

struct TypeFacts {
  TypeKind kind = TypeKind::Other;
  StringId name = 0;          ///< "asio::awaitable": qualified, no template arguments, no inline namespaces
  StringId spelling = 0;      ///< "asio::awaitable<int>": canonical, for messages and identity
  TypeId pointee = no_id;     ///< of a Function its result
  PackedVector<TypeId> bases; ///< direct ones
  PackedVector<TypeId> arguments;    ///< the type arguments of a specialisation, packs spread out
  PackedVector<MemberFacts> members; ///< non-static data members; empty for external types
  FunctionId destructor = no_id;     ///< none when trivial
  TypeId lock_result = no_id;        ///< what its `lock()` returns; none when it has no such method
  TypeId await_result = no_id;       ///< what awaiting it gives, where its own members say so

  bool external = false;
  bool is_final = false;
  bool is_rvalue = false;
  bool is_const = false; ///< of a pointee: `const T&`
  bool polymorphic = false;
  bool abstract = false;
  bool is_lambda = false;
  bool is_union = false;

  /// await_ready, await_suspend and await_resume are all members.
  bool awaiter = false;
  /// A member or free `operator co_await` takes it.
  bool has_co_await_operator = false;
  /// std::coroutine_traits<T> names a promise for it: functions that return it can be coroutines.
  bool has_promise = false;
  /// The promise refuses `co_await` (a deleted await_transform): a synchronous generator.
  bool generator = false;
  Start start = Start::Unknown;
  /// The promise's unhandled_exception ends the program or drops the exception: fire and forget by design.
  bool swallows_exceptions = false;
  /// Marked [[nodiscard]].
  bool nodiscard = false;

  bool operator==(const TypeFacts&) const = default;
};

// ---------------------------------------------------------------------------------------------------
// Functions

enum class FunctionKind : uint8_t {
  Function,
  Method,
  StaticMethod,
  Constructor,
  Destructor,
  Conversion,
  Lambda, ///< the call operator of a closure
};

/// What a lambda holds of the code around it.
struct Capture {
  StringId path = 0; ///< the variable in the enclosing function (PathId), "this"; 0 for `[x = f()]`
  StringId name = 0; ///< as the lambda's body calls it
  TypeId type = no_id;
  bool by_reference = false; ///< also `this`, and references that are copied as such

  bool operator==(const Capture&) const = default;
};

/// A function that the unit defines or mentions.
struct FunctionFacts {
  FunctionKind kind = FunctionKind::Function;
  /// Identity: equal in every unit for the same function. Holds the path for internal linkage, and the
  /// place for lambdas. 0 in a linked program.
  StringId key = 0;
  /// For rules: "std::this_thread::sleep_for", "Owner::member", "Owner::Owner", "Owner::~Owner",
  /// "operator<<"; no template arguments, no inline namespaces, no leading "::".
  StringId name = 0;
  /// For people: "Config::load", "lambda in session", "operator<<".
  StringId display = 0;
  /// For fingerprints: the name of the pattern a template specialisation comes from, with its parameter
  /// types as written; lambdas by the enclosing function and their ordinal in it.
  StringId stable_name = 0;

  TypeId owner = no_id;  ///< the class of a member
  TypeId result = no_id; ///< return type; of a constructor the class
  PackedVector<TypeId> parameters;
  PackedVector<StringId> parameter_names;  ///< of a definition; 0 for those without a name
  PackedVector<TypeId> template_arguments; ///< explicit or deduced ones that are types (make_unique<T>)
  FunctionId enclosing = no_id;            ///< the function whose body a lambda (or local class) stands in
  PackedVector<Capture> captures;          ///< of a lambda
  PackedVector<FunctionId> overrides;      ///< virtual functions that this one overrides directly
  PackedVector<StringId> annotations;      ///< texts of [[clang::annotate("nostall::...")]]
  SourceRange at; ///< the name in the definition if the unit has it, else a declaration

  bool defined = false;  ///< the unit has its body (see UnitFacts::bodies)
  bool external = false; ///< not the project's: a leaf, whatever its body does
  bool coroutine = false;
  /// The body yields and never awaits.
  bool yields_only = false;
  bool is_virtual = false;
  bool pure = false;
  bool is_final = false;
  bool implicit = false;         ///< the compiler wrote it
  bool internal_linkage = false; ///< static, anonymous namespace
  bool is_noexcept = false;      //
  bool copy_or_move = false;     ///< copy or move constructor or assignment
  bool is_instantiation = false; ///< a specialisation made from a template
  bool uninstantiated = false;   ///< a pattern nobody instantiated: only its non-dependent calls are known
  bool attr_blocking = false;    ///< [[clang::blocking]]
  bool attr_nonblocking = false; ///< [[clang::nonblocking]]
  bool runs_before_main = false; ///< an initialiser of a global

  bool operator==(const FunctionFacts&) const = default;
};

// ---------------------------------------------------------------------------------------------------
// The event graph of one function body

enum class ConstantKind : uint8_t {
  None,
  Integer,  ///< also bool, char, enumerators: `number`
  Duration, ///< a std::chrono duration, `number` in nanoseconds; timespec and timeval constants too
  Null,     ///< nullptr, NULL, 0 as a pointer
  String,   ///< `text`
};

/// Where an object lives, as far as its spelling tells: the root, then members.
///   "this.socket_"  "local:timer@12"  "param:fd"  "global:std::cin"  "param:req.body"
///   "static:cache@7" (a static local)  "thread_local:ns::current" (also a local one)
/// 0 when it is a temporary or cannot be said. Locals carry the line of their declaration, so that two
/// variables of one name stay apart.
using PathId = StringId;

/// Begins a name in Value::names that is a data member of the class that is spelled behind it.
inline constexpr std::string_view member_prefix = "member:";

/// An argument, or the object a method is called on.
struct Value {
  TypeId type = no_id; ///< static type of the expression as written (before conversion to the parameter's)
  PathId path = 0;
  int64_t number = 0;
  StringId text = 0;
  uint32_t line = 0;   ///< where an argument is written, in the file of its event; 0 when it is not, or in
  uint32_t column = 0; ///< a macro
  /// Names the expression is written with: macros ("MSG_DONTWAIT"), enumerators and globals
  /// ("std::launch::async", "std::cin", "asio::detached"), also through the initialisers of constants; and
  /// the data members in it that hold callables, behind `member_prefix` ("member:Session::on_done_"), the
  /// outermost first.
  PackedVector<StringId> names;
  /// What it calls when it is called: a lambda's call operator, a named function, the call operator of a
  /// function object, the method in a std::bind or a captured member pointer.
  PackedVector<FunctionId> callables;
  /// The event of this body whose result it is (after std::move and conversions).
  EventId from = no_id;
  ConstantKind constant = ConstantKind::None;
  bool defaulted = false; ///< a default argument: absent in the source
  bool moved = false;     ///< written as std::move(x) or std::forward<T>(x)
  /// An object that lives until the end of the full expression, and that a reference, pointer or view is
  /// made of.
  bool temporary = false;
  bool reference = false; ///< the variable that `path` names refers to something else

  bool operator==(const Value&) const = default;
};

enum class EventKind : uint8_t {
  Call,      ///< function, method, operator, conversion; `callee` is none through an unknown pointer
  Construct, ///< `callee` is the constructor, `type` the class
  Destroy,   ///< end of a scope or full expression, delete; `callee` is the destructor
  Suspend,   ///< co_await, co_yield, the start or end of a coroutine: see `suspend`
  Return,    ///< return, co_return; `arguments[0]` is the operand
  Read,      ///< of a member, thread_local or global variable: `object`
  /// Of one, and of a local from an event: `object`, `arguments[0]`; `+=` and `++` read it first. What holds
  /// callables is written too, in every body; without an object it is a list of such values, which others
  /// come from.
  Write,
  Use,   ///< of a local or parameter in any way that no other event shows: `object`
  Throw, ///< `type` is the operand's; none for `throw;`, which throws on what a handler caught
};

enum class SuspendKind : uint8_t {
  None,
  Await,
  Yield,
  Initial,
  Final,
};

/// There are millions: 64 bytes each.
struct Event {
  EventKind kind = EventKind::Call;
  SuspendKind suspend = SuspendKind::None;
  bool in_macro = false;
  bool list_init = false;
  SourceRange at;
  FunctionId callee = no_id;
  /// Call, Construct: type of the result. Destroy: the class. Suspend: the operand's type as written,
  /// before await_transform and operator co_await. Read: that of the object, or of the reference or pointer
  /// that it initialises.
  TypeId type = no_id;
  /// The local, member or global that the result initialises or is assigned to.
  PathId target = 0;
  /// All events of one full expression share this number; it is unique in the body.
  uint32_t full_expression = 0;
  /// The implied object of a method, the callee expression of an indirect call, the target.
  Boxed<Value> object;
  PackedVector<Value> arguments;

  bool is_virtual = false;   ///< dispatched at run time: the callee was not named with its class, ...
  bool discarded = false;    ///< the result is a statement of its own, or the left of a comma
  bool cast_to_void = false; ///< discarded on purpose: (void)f()
  bool awaited = false;      ///< the result is the operand of co_await
  bool implicit = false;     ///< no such call is written here: destructors, await_ready, range-for's begin
  bool unevaluated_body = false; ///< code of an uninstantiated template
  bool deduced = false;          ///< the variable that the result initialises is declared with `auto`

  bool operator==(const Event&) const = default;
};

/// What the end of a block with two successors asks: the first one is taken when `value` is true, or equals
/// `compared_with` when that says anything; `negated` swaps the two.
struct BranchTest {
  Value value;
  Value compared_with;
  bool negated = false;
  bool ordered = false; ///< it asks which of the two is less; not which way around

  bool operator==(const BranchTest&) const = default;
};

/// What the first block of a handler catches.
struct CatchClause {
  TypeId type = no_id; ///< as written, behind the reference; none for `...`

  bool operator==(const CatchClause&) const = default;
};

struct Block {
  EventId first = 0; ///< its events are [first, first + count)
  uint32_t count = 0;
  PackedVector<BlockId> successors;  ///< normal flow, in the order of the condition: true first
  PackedVector<BlockId> handlers;    ///< catch blocks that an exception thrown in this block reaches
  Boxed<BranchTest> test;            ///< empty when the block does not branch, or on what cannot be said
  PackedVector<CatchClause> catches; ///< one for the first block of a handler, else empty

  bool operator==(const Block&) const = default;
};

/// A statement or a full expression that stands as one.
struct Statement {
  SourceRange at;        ///< that of a declaration with the semicolon; line 0 for what is not written as one
  uint32_t scope = 0;    ///< the number of the innermost block in braces; 1 is the body
  uint32_t declares = 0; ///< how many variables, types and names; a structured binding is one

  bool operator==(const Statement&) const = default;
};

/// A matcher expression of a rule or pack (`match:`) that matches a call.
struct MatchHit {
  EventId event = 0;
  StringId expression = 0; ///< its text

  bool operator==(const MatchHit&) const = default;
};

struct Body {
  FunctionId function = no_id;
  BlockId entry = 0;
  BlockId exit = 0;
  PackedVector<Block> blocks; ///< only reachable ones, in reverse post-order: the entry is first
  PackedVector<Event> events; ///< in block order, and within a block in order of evaluation
  /// Of coroutines: by Event::full_expression.
  PackedVector<Statement> statements;
  PackedVector<MatchHit> matches; ///< by event

  bool operator==(const Body&) const = default;
};

// ---------------------------------------------------------------------------------------------------
// The unit

struct Symbols {
  std::vector<std::string> strings; ///< UTF-8 as far as the source was; strings[0] is ""
  std::vector<FileFacts> files;
  std::vector<TypeFacts> types;
  std::vector<FunctionFacts> functions;

  const std::string& text(StringId id) const { return strings[id]; }
};

enum class CommentKind : uint8_t { Line, NextLine, Begin, End };

/// NOLINT, NOLINTNEXTLINE, NOLINTBEGIN, NOLINTEND.
struct SuppressionComment {
  FileId file = no_id;
  uint32_t line = 0;
  uint32_t column = 0;
  CommentKind kind = CommentKind::Line;
  /// The names in parentheses, as written: "nostall-blocking-sleep", "nostall-*", "google-*".
  std::vector<StringId> names;
  bool bare = false;   ///< no parentheses: it means every check of every tool
  StringId reason = 0; ///< what follows the colon

  bool operator==(const SuppressionComment&) const = default;
};

enum class UnitState : uint8_t {
  Ok,
  Degraded, ///< errors, facts taken all the same
  Failed,   ///< no facts: missing file, no command, crash, hang
};

/// A message of the compiler or of the driver about a unit.
struct UnitMessage {
  StringId file = 0; ///< a path, not a FileId: the file may not exist
  uint32_t line = 0;
  uint32_t column = 0;
  StringId text = 0;

  bool operator==(const UnitMessage&) const = default;
};

struct UnitFacts {
  StringId path = 0;   ///< main file, absolute
  StringId target = 0; ///< the program or library it is built for: "CMakeFiles/server.dir"; 0 when unknown
  UnitState state = UnitState::Ok;
  Symbols symbols;
  std::vector<Body> bodies; ///< of functions with `defined` set
  std::vector<SuppressionComment> comments;
  std::vector<UnitMessage> messages;
  std::vector<TypeId> constructed; ///< project classes of which an object is made somewhere in the unit
  /// Types that are the operand of a co_await in the unit.
  std::vector<TypeId> awaited;

  uint32_t unresolved_calls = 0;     ///< dependent calls that no instantiation resolved
  uint32_t broken_coroutines = 0;    ///< bodies with co_* tokens that did not become coroutines
  uint32_t skipped_declarations = 0; //
};

} // namespace nostall

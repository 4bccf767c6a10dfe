// The fields of every struct of model/facts.h, said once for writing and reading.
//
// A struct is coded as a mask of the fields that differ from their default, then those fields. Flags live
// in the mask alone. Each structured binding names all fields of its struct: a field that is added to the
// model breaks the build here until it is listed below it too.
#pragma once

#include "model/facts.h"

namespace nostall::codec {

/// What an id is an index into.
enum class Table : uint8_t { Strings, Files, Types, Functions, Events, Blocks };
inline constexpr size_t table_count = 6;

// How a field is coded. `T` is const when writing.
template <typename T>
struct Flag {
  T& field;
}; ///< bool
template <typename T>
struct Number {
  T& field;
}; ///< integer
template <typename T>
struct Choice {
  T& field;
}; ///< enum
template <typename T>
struct Id {
  Table table;
  T& field;
}; ///< an id, or none
template <typename T>
struct Ids {
  Table table;
  T& field;
}; ///< a vector of ids, none of them "none"
template <typename T>
struct Nested {
  T& field;
}; ///< a struct
template <typename T>
struct Optional {
  T& field;
}; ///< a boxed struct
template <typename T>
struct List {
  T& field;
}; ///< a vector of structs

template <typename T>
Flag(T&) -> Flag<T>;
template <typename T>
Number(T&) -> Number<T>;
template <typename T>
Choice(T&) -> Choice<T>;
template <typename T>
Id(Table, T&) -> Id<T>;
template <typename T>
Ids(Table, T&) -> Ids<T>;
template <typename T>
Nested(T&) -> Nested<T>;
template <typename T>
Optional(T&) -> Optional<T>;
template <typename T>
List(T&) -> List<T>;

template <typename T>
auto text(T& field) {
  return Id{Table::Strings, field};
}
template <typename T>
auto texts(T& field) {
  return Ids{Table::Strings, field};
}
template <typename T>
auto file(T& field) {
  return Id{Table::Files, field};
}
template <typename T>
auto type(T& field) {
  return Id{Table::Types, field};
}
template <typename T>
auto types(T& field) {
  return Ids{Table::Types, field};
}
template <typename T>
auto function(T& field) {
  return Id{Table::Functions, field};
}
template <typename T>
auto functions(T& field) {
  return Ids{Table::Functions, field};
}

// Written without a default case, so that the compiler names a value that is added to the model.
constexpr bool isKnown(TypeKind kind) {
  switch (kind) {
  case TypeKind::Other:
  case TypeKind::Record:
  case TypeKind::Enum:
  case TypeKind::Pointer:
  case TypeKind::Reference:
  case TypeKind::Function: return true;
  }
  return false;
}
constexpr bool isKnown(Start start) {
  switch (start) {
  case Start::Unknown:
  case Start::Lazy:
  case Start::Eager: return true;
  }
  return false;
}
constexpr bool isKnown(FunctionKind kind) {
  switch (kind) {
  case FunctionKind::Function:
  case FunctionKind::Method:
  case FunctionKind::StaticMethod:
  case FunctionKind::Constructor:
  case FunctionKind::Destructor:
  case FunctionKind::Conversion:
  case FunctionKind::Lambda: return true;
  }
  return false;
}
constexpr bool isKnown(ConstantKind kind) {
  switch (kind) {
  case ConstantKind::None:
  case ConstantKind::Integer:
  case ConstantKind::Duration:
  case ConstantKind::Null:
  case ConstantKind::String: return true;
  }
  return false;
}
constexpr bool isKnown(EventKind kind) {
  switch (kind) {
  case EventKind::Call:
  case EventKind::Construct:
  case EventKind::Destroy:
  case EventKind::Suspend:
  case EventKind::Return:
  case EventKind::Read:
  case EventKind::Write:
  case EventKind::Use:
  case EventKind::Throw: return true;
  }
  return false;
}
constexpr bool isKnown(SuspendKind kind) {
  switch (kind) {
  case SuspendKind::None:
  case SuspendKind::Await:
  case SuspendKind::Yield:
  case SuspendKind::Initial:
  case SuspendKind::Final: return true;
  }
  return false;
}
constexpr bool isKnown(CommentKind kind) {
  switch (kind) {
  case CommentKind::Line:
  case CommentKind::NextLine:
  case CommentKind::Begin:
  case CommentKind::End: return true;
  }
  return false;
}
constexpr bool isKnown(UnitState state) {
  switch (state) {
  case UnitState::Ok:
  case UnitState::Degraded:
  case UnitState::Failed: return true;
  }
  return false;
}

/// A struct as a coder sees it: const when it writes.
template <typename Coder, typename T>
using In = typename Coder::template In<T>;

template <typename Coder>
void code(Coder& coder, In<Coder, SourceRange> range) {
  auto& [in_file, line, column, end_line, end_column] = range;
  coder.fields(file(in_file), Number{line}, Number{column}, Number{end_line}, Number{end_column});
}

template <typename Coder>
void code(Coder& coder, In<Coder, FileFacts> value) {
  auto& [path, external, generated] = value;
  coder.fields(text(path), Flag{external}, Flag{generated});
}

template <typename Coder>
void code(Coder& coder, In<Coder, MemberFacts> value) {
  auto& [name, of_type] = value;
  coder.fields(text(name), type(of_type));
}

template <typename Coder>
void code(Coder& coder, In<Coder, TypeFacts> value) {
  auto& [kind, name, spelling, pointee, bases, arguments, members, destructor, lock_result, await_result,
         external, is_final, is_rvalue, is_const, polymorphic, abstract, is_lambda, is_union, awaiter,
         has_co_await_operator, has_promise, generator, start, swallows_exceptions, nodiscard] = value;
  coder.fields(Choice{kind}, text(name), text(spelling), type(pointee), types(bases), types(arguments),
               List{members}, function(destructor), type(lock_result), type(await_result), Flag{external},
               Flag{is_final}, Flag{is_rvalue}, Flag{is_const}, Flag{polymorphic}, Flag{abstract},
               Flag{is_lambda}, Flag{is_union}, Flag{awaiter}, Flag{has_co_await_operator}, Flag{has_promise},
               Flag{generator}, Choice{start}, Flag{swallows_exceptions}, Flag{nodiscard});
}

template <typename Coder>
void code(Coder& coder, In<Coder, Capture> value) {
  auto& [path, name, of_type, by_reference] = value;
  coder.fields(text(path), text(name), type(of_type), Flag{by_reference});
}

template <typename Coder>
void code(Coder& coder, In<Coder, FunctionFacts> value) {
  auto& [kind, key, name, display, stable_name, owner, result, parameters, parameter_names,
         template_arguments, enclosing, captures, overrides, annotations, at, defined, external, coroutine,
         yields_only, is_virtual, pure, is_final, implicit, internal_linkage, is_noexcept, copy_or_move,
         is_instantiation, uninstantiated, attr_blocking, attr_nonblocking, runs_before_main] = value;
  coder.fields(Choice{kind}, text(key), text(name), text(display), text(stable_name), type(owner),
               type(result), types(parameters), texts(parameter_names), types(template_arguments),
               function(enclosing), List{captures}, functions(overrides), texts(annotations), Nested{at},
               Flag{defined}, Flag{external}, Flag{coroutine}, Flag{yields_only}, Flag{is_virtual},
               Flag{pure}, Flag{is_final}, Flag{implicit}, Flag{internal_linkage}, Flag{is_noexcept},
               Flag{copy_or_move}, Flag{is_instantiation}, Flag{uninstantiated}, Flag{attr_blocking},
               Flag{attr_nonblocking}, Flag{runs_before_main});
}

template <typename Coder>
void code(Coder& coder, In<Coder, Value> value) {
  auto& [of_type, path, number, string, line, column, names, callables, from, constant, defaulted, moved,
         temporary, reference] = value;
  coder.fields(type(of_type), text(path), Number{number}, text(string), Number{line}, Number{column},
               texts(names), functions(callables), Id{Table::Events, from}, Choice{constant}, Flag{defaulted},
               Flag{moved}, Flag{temporary}, Flag{reference});
}

template <typename Coder>
void code(Coder& coder, In<Coder, Event> value) {
  auto& [kind, suspend, in_macro, list_init, at, callee, of_type, target, full_expression, object, arguments,
         is_virtual, discarded, cast_to_void, awaited, implicit, unevaluated_body, deduced] = value;
  coder.fields(Choice{kind}, Choice{suspend}, Nested{at}, function(callee), type(of_type), text(target),
               Number{full_expression}, Optional{object}, List{arguments}, Flag{is_virtual}, Flag{discarded},
               Flag{cast_to_void}, Flag{awaited}, Flag{implicit}, Flag{in_macro}, Flag{unevaluated_body},
               Flag{list_init}, Flag{deduced});
}

template <typename Coder>
void code(Coder& coder, In<Coder, BranchTest> value) {
  auto& [tested, compared_with, negated, ordered] = value;
  coder.fields(Nested{tested}, Nested{compared_with}, Flag{negated}, Flag{ordered});
}

template <typename Coder>
void code(Coder& coder, In<Coder, CatchClause> value) {
  auto& [of_type] = value;
  coder.fields(type(of_type));
}

template <typename Coder>
void code(Coder& coder, In<Coder, Block> value) {
  auto& [first, count, successors, handlers, test, catches] = value;
  coder.fields(Number{first}, Number{count}, Ids{Table::Blocks, successors}, Ids{Table::Blocks, handlers},
               Optional{test}, List{catches});
}

template <typename Coder>
void code(Coder& coder, In<Coder, Statement> value) {
  auto& [at, scope, declares] = value;
  coder.fields(Nested{at}, Number{scope}, Number{declares});
}

template <typename Coder>
void code(Coder& coder, In<Coder, MatchHit> value) {
  auto& [event, expression] = value;
  coder.fields(Id{Table::Events, event}, text(expression));
}

template <typename Coder>
void code(Coder& coder, In<Coder, Body> value) {
  auto& [of_function, entry, exit, blocks, events, statements, matches] = value;
  coder.tableSize(Table::Blocks, blocks);
  coder.tableSize(Table::Events, events);
  coder.fields(function(of_function), Number{entry}, Number{exit}, List{statements}, List{matches});
  coder.rows(Table::Blocks, blocks);
  coder.rows(Table::Events, events);
}

template <typename Coder>
void code(Coder& coder, In<Coder, SuppressionComment> value) {
  auto& [in_file, line, column, kind, names, bare, reason] = value;
  coder.fields(file(in_file), Number{line}, Number{column}, Choice{kind}, texts(names), Flag{bare},
               text(reason));
}

template <typename Coder>
void code(Coder& coder, In<Coder, UnitMessage> value) {
  auto& [in_file, line, column, said] = value;
  coder.fields(text(in_file), Number{line}, Number{column}, text(said));
}

template <typename Coder>
void code(Coder& coder, In<Coder, Symbols> value) {
  auto& [strings, files, types, functions] = value;
  coder.tableSize(Table::Files, files);
  coder.tableSize(Table::Types, types);
  coder.tableSize(Table::Functions, functions);
  coder.strings(strings);
  coder.rows(Table::Files, files);
  coder.rows(Table::Types, types);
  coder.rows(Table::Functions, functions);
}

template <typename Coder>
void code(Coder& coder, In<Coder, UnitFacts> value) {
  auto& [path, target, state, symbols, bodies, comments, messages, constructed, awaited, unresolved_calls,
         broken_coroutines, skipped_declarations] = value;
  code(coder, symbols);
  coder.fields(text(path), text(target), Choice{state}, List{bodies}, List{comments}, List{messages},
               types(constructed), types(awaited), Number{unresolved_calls}, Number{broken_coroutines},
               Number{skipped_declarations});
}

} // namespace nostall::codec

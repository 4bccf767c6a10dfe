// What each function is to the event loop: semantics.md section 1.
#pragma once

#include "analysis/bodies/outlines.h"
#include "analysis/contexts/loop_calls.h"
#include "catalog/matcher.h"
#include "model/finding.h"
#include "program/program.h"

#include <string_view>
#include <vector>

namespace nostall {

enum class Role : uint8_t {
  Plain,   ///< runs where its caller runs
  Context, ///< an async context: chains begin here, and pass through only where `Classes::passes` says so
  Stop,    ///< runs elsewhere, never blocks, or is a leaf (external code)
};

/// What annotations say of a function, its overridden versions' included.
struct Marks {
  bool may_block = false;
  bool never_blocks = false;
  bool async = false;
  bool elsewhere = false;
};

struct Classes {
  std::vector<Role> roles;            ///< by NodeId
  std::vector<ContextKind> kinds;     ///< by NodeId, of contexts
  std::vector<Marks> marks;           ///< by FunctionId
  std::vector<char> awaitable;        ///< by TypeId
  std::vector<LoopCall> loop_calls;   ///< by NodeId: why a callback is one
  std::vector<char> async_coroutines; ///< by NodeId: coroutines but generators, wherever they run
  Outlines outlines;                  ///< of all bodies

  /// Chains go on to the callers: a plain function, or a callback that code calls plainly too.
  bool passes(NodeId node) const {
    if (roles[node] != Role::Context) { return roles[node] == Role::Plain; }
    return kinds[node] == ContextKind::Callback && loop_calls[node].handed_over;
  }
  bool isAsyncCoroutine(NodeId node) const { return async_coroutines[node] != 0; }
  bool isAwaitable(TypeId type) const { return type != no_id && awaitable[type] != 0; }
};

Classes classify(const Program& program, const Catalog& catalog, const Matcher& matcher);

/// What the compiler calls for a coroutine (await_ready, get_return_object, ...): a part of the coroutine
/// that reaches it.
bool isCoroutineMachinery(std::string_view name);

/// The result of the call is awaited or can be: no entry of the catalog speaks of it.
bool yieldsAwaitable(const Event& event, const Classes& classes);

} // namespace nostall

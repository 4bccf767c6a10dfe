// What each function is to the event loop: semantics.md section 1.
#pragma once

#include "catalog/matcher.h"
#include "model/finding.h"
#include "program/program.h"

#include <vector>

namespace nostall {

enum class Role : uint8_t {
  Plain,   ///< runs where its caller runs
  Context, ///< an async context: chains begin here, and never pass through
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
  std::vector<Role> roles;        ///< by NodeId
  std::vector<ContextKind> kinds; ///< by NodeId, of contexts
  std::vector<Marks> marks;       ///< by FunctionId
  std::vector<char> awaitable;    ///< by TypeId

  bool isAwaitable(TypeId type) const { return type != no_id && awaitable[type] != 0; }
};

Classes classify(const Program& program, const Catalog& catalog, const Matcher& matcher);

/// The result of the call is awaited or can be: no entry of the catalog speaks of it.
bool yieldsAwaitable(const Event& event, const Classes& classes);

} // namespace nostall

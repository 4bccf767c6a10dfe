// What a coroutine refers to of its caller, and whether it uses it when the caller has gone on.
#pragma once

#include "catalog/matcher.h"
#include "program/program.h"

#include <optional>
#include <string>
#include <string_view>

namespace nostall {

/// Asked of one body and its callees.
class Referents {
public:
  /// All must outlive this.
  Referents(const Program& program, const Matcher& matcher) : program_(program), matcher_(matcher) {}

  /// The parameter is a reference, a pointer or a view, and the coroutine uses it when it may have been
  /// suspended (a lazy one always has).
  bool usesParameterLater(NodeId coroutine, uint32_t parameter, bool lazy) const;
  bool usesThisLater(NodeId coroutine, bool lazy) const;
  /// A lambda coroutine uses what it has captured.
  bool usesCapturesLater(NodeId coroutine, bool lazy) const;
  bool capturesThis(const FunctionFacts& lambda) const;
  /// A local or a parameter by value of the body, so that it dies when the body is left. `type` is that of
  /// the expression which names it.
  bool isOwned(const Body& body, PathId path, TypeId type) const;
  /// The local or parameter by value that `value` is, or that the view or pointer which it is is made of.
  std::optional<PathId> ownedBehind(const Body& body, const Value& value) const;
  /// Somebody else may own the object too.
  bool isSharedPointer(TypeId type) const;

private:
  std::optional<PathId> ownedBehind(const Body& body, const Value& value, unsigned depth) const;
  bool isOwnedNumber(const Body& body, const Value& value) const;
  bool goesOnWith(const Event& call, std::string_view path) const;
  bool usesLater(NodeId coroutine, std::string_view path, bool lazy) const;

  const Program& program_;
  const Matcher& matcher_;
};

/// Does a body that has started a task wait for it, as far as can be seen?
enum class Joins : uint8_t { No, Perhaps, Yes };

Joins joinsAfter(const Program& program, const Matcher& matcher, const Body& body, EventId start);

} // namespace nostall

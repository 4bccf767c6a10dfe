// What a body does with one of its locals.
#pragma once

#include "program/program.h"

#include <string>
#include <string_view>
#include <vector>

namespace nostall {

enum class UseKind : uint8_t {
  Ignored,  ///< (void)x, std::ignore = x
  Observed, ///< asked for its state: x.valid(), x.done()
  Awaited,
  Used, ///< in any other way
};

struct LocalUse {
  EventId event = 0;
  UseKind kind = UseKind::Used;
};

/// In the order of the events. Ends of the local are no uses, nor is what initialises it.
std::vector<LocalUse> usesOfLocal(const Program& program, const Body& body, PathId local);

/// The event whose result the value is, or which initialised its variable; null when there is none.
const Event* makerOf(const Body& body, const Value& value);

/// The variable that holds what the value is an element of, or refers to: `results` of `*results.begin()`, of
/// `std::get<0>(results)`, and of a binding or a loop's variable that is made of these. The value's own path
/// when it is nothing's element.
PathId wholeOf(const Symbols& symbols, const Body& body, const Value& value);

/// What a copy or move constructor is given; null for any other event.
const Value* copiedValue(const Symbols& symbols, const Event& event);

/// The value that a copy which is the value's event was made of; the value itself when it is no copy.
const Value& behindCopy(const Symbols& symbols, const Body& body, const Value& value);

/// `std::ignore = value`, `argument[0]` is the value.
bool assignsToIgnore(const Symbols& symbols, const Event& event);

/// The variable of "local:units@12", "param:x", "this".
std::string variableOf(std::string_view path);

/// The path is `root`, or a member of it.
bool liesIn(const Symbols& symbols, PathId path, PathId root);

} // namespace nostall

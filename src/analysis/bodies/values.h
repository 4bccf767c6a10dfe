// What the values of a body are made of: the event that made one, what it is a part or a copy of.
#pragma once

#include "program/program.h"

#include <string>
#include <string_view>

namespace nostall {

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

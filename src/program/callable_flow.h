// Which functions a call through a variable may run, from everything that the program stores in it.
#pragma once

#include "program/program.h"

#include <optional>
#include <vector>

namespace nostall {

/// The call runs what a value holds: through a pointer, std::function and its like.
bool callsValue(const Symbols& symbols, const Event& event);

/// By FunctionId: call operators of std::function and its like, for whoever asks about many calls.
std::vector<char> functionsThatRunObject(const Symbols& symbols);

/// The parameter of the function itself that the value is, as it was passed.
std::optional<uint32_t> ownParameter(const Symbols& symbols, FunctionId function, const Value& value);

/// Fills in Value::callables of what is called and passed, for values that are read from variables, members,
/// containers and results of functions: all that the program stores there, when every store is visible. Not
/// of the own parameters of plain functions that they call themselves: there each caller runs what it passes.
/// Needs all of the program but the edges.
void resolveCallables(Program& program);

} // namespace nostall

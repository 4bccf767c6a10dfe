// The body of one function -> its event graph.
#pragma once

#include "frontend/unit/unit_context.h"

namespace nostall {

/// Reads the body of `function`, a definition, and appends it to the unit's facts.
void readBody(UnitContext& context, const clang::FunctionDecl& function);

/// The initialiser of a global variable, as a function that runs before main.
void readGlobal(UnitContext& context, const clang::VarDecl& variable);

} // namespace nostall

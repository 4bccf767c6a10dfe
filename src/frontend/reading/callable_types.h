// Types whose objects can hold something to call.
#pragma once

#include "frontend/unit/unit_context.h"

namespace nostall {

/// Pointers to functions and members, std::function and its like, containers, references and other wrappers
/// of them. The project's own classes are not among them: their members are.
bool holdsCallables(clang::QualType type, UnitContext& context);

} // namespace nostall

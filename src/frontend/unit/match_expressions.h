// Clang AST matcher expressions of rules and packs (`match:`). This header includes nothing of Clang.
#pragma once

#include "model/rule.h"
#include "support/problem.h"

#include <optional>
#include <string>

namespace nostall {

/// Why the expression cannot be used: it does not parse, or matches something that is no call.
std::optional<Problem> mistakeIn(const MatchEntry& entry);

} // namespace nostall

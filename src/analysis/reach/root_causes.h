// The functions whose repair frees the most async contexts.
#pragma once

#include "analysis/reach/rule_run.h"

#include <span>
#include <vector>

namespace nostall {

/// Functions that directly call what blocks, with the number of written contexts with a reported chain in
/// `chains` (of one rule) that reach them.
std::vector<RootCause> findRootCauses(const RuleRun& run, const Reach& reach, std::span<const Chain> chains);

/// Most contexts first, then by place; causes at one place (instantiations, configurations) once.
void rankRootCauses(std::vector<RootCause>& causes);

} // namespace nostall

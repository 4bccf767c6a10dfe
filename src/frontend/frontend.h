// One unit -> UnitFacts. The only folder that includes clang's headers; this header does not.
#pragma once

#include "database/compile_command.h"
#include "frontend/unit/frontend_options.h"
#include "model/facts.h"
#include "model/look_ups.h"

#include <string_view>

namespace nostall {

/// Names the code that takes facts: tools that are equal in it take equal facts of equal units.
std::string_view factsVersion();

/// Parses the unit and takes its facts. Never fails: what went wrong is in `state` and `messages`.
/// Not thread safe (it changes the working directory of nothing, but clang's global state is shared):
/// one call at a time in a process.
/// `look_ups`, if any, becomes all that the parse asked the disk, the driver's search for the toolchain
/// included.
UnitFacts takeFacts(const CompileCommand& command, const FrontendOptions& options,
                    LookUps* look_ups = nullptr);

} // namespace nostall

// Units that include the same headers begin in a process that has read them.
#pragma once

#include "database/compile_command.h"
#include "driver/take_units.h"
#include "frontend/frontend.h"

#include <vector>

namespace nostall {

/// Sets `pool` up so that each unit of `commands` begins in a header snapshot that suits it, if there is
/// one. With a `keep` what the parse asks the disk is recorded. The references outlive the pool's run.
void shareHeaders(PoolOptions& pool, const std::vector<CompileCommand>& commands,
                  const FrontendOptions& options, const KeepUnit& keep);

} // namespace nostall

// What the project said at an earlier commit: its findings then are those that are not new now.
#pragma once

#include "driver/history/baseline.h"
#include "driver/inputs.h"
#include "driver/run_options.h"

#include <optional>
#include <string>

namespace nostall {

struct EarlierState {
  Baseline findings;
  Problems problems; ///< why there is none, or less than all of it
  int interrupted_by = 0;
};

/// Analyses the merge base of `revision` and HEAD with today's rules, configuration and commands, in a folder
/// of its own that is gone afterwards. Units that did not change come from the cache. Renamed sources take
/// the command of their new name, deleted ones that of a neighbour. What git ignores (what the build made) is
/// there too.
EarlierState analyseBase(const RunOptions& options, const Inputs& inputs, const std::string& revision,
                         const ShowProgress& show);

} // namespace nostall

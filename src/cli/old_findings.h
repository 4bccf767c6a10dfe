// Findings that are not new: those of a baseline, those of an earlier commit.
#pragma once

#include "cli/command_line.h"
#include "driver/history/baseline.h"
#include "driver/inputs.h"
#include "driver/report_units.h"

#include <optional>

namespace nostall {

struct OldFindings {
  Baseline in_file;         ///< of --baseline
  Baseline in_base;         ///< of --since
  std::optional<int> ended; ///< the exit code, when the run cannot go on
};

/// Reads and analyses what the options name. What is wrong is said on standard error.
OldFindings readOldFindings(const CheckOptions& options, const Inputs& inputs);

/// Silences what is old, and writes the baselines that the options ask for. Only a run that saw everything
/// knows what is repaired.
void useOldFindings(const CheckOptions& options, const OldFindings& old, CheckResult& result);

} // namespace nostall

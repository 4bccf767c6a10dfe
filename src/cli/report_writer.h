// The report, in the formats and to the places that the options name.
#pragma once

#include "cli/command_line.h"
#include "model/finding.h"

namespace nostall {

/// False when a report could not be written; why is said on standard error, and the findings go to
/// standard output if nothing else went there.
bool writeReports(const Report& report, const CheckOptions& options);

} // namespace nostall

// The report, in the formats and to the places that the options name, and the exit code that it means.
#pragma once

#include "cli/command_line.h"
#include "driver/project.h"
#include "driver/report_units.h"

namespace nostall {

/// Writes the reports. A report that cannot be written is said on standard error, and the findings go to
/// standard output if nothing else went there. Returns the exit code.
int writeReport(const CheckOptions& options, CheckResult result, const PathPrinter& paths);

} // namespace nostall

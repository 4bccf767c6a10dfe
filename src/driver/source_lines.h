// The lines of source that a report shows, read for it.
#pragma once

#include "driver/project.h"
#include "model/finding.h"

namespace nostall {

/// Fills Report::source_lines: every line that a finding, a step or a root cause names, sorted. A line
/// that cannot be read is left out.
void readSourceLines(Report& report, const PathPrinter& paths);

} // namespace nostall

// From the facts of all units to the report.
#pragma once

#include "driver/inputs.h"
#include "driver/project.h"
#include "driver/run_options.h"
#include "model/facts.h"
#include "model/finding.h"

#include <cstdint>
#include <vector>

namespace nostall {

/// Why the exit code may be 2 although a report was made.
struct Shortfall {
  bool always = false;   ///< rules, paths, output
  bool units = false;    ///< --allow-failed forgives them
  bool degraded = false; ///< only --strict minds them
};

struct CheckResult {
  Report report; ///< without the lines of source
  Shortfall shortfall;
};

/// Links and analyses. `taken` are in the order of the database; `cached` of them were not parsed.
CheckResult checkUnits(const RunOptions& options, const Inputs& inputs, const PathPrinter& paths,
                       std::vector<UnitFacts> taken, uint32_t cached);

} // namespace nostall

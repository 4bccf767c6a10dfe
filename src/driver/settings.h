// What options and configuration together ask of the analysis.
#pragma once

#include "analysis/analyse.h"
#include "driver/inputs.h"
#include "driver/project.h"
#include "driver/run_options.h"

namespace nostall {

/// Options have the last word on the rules that they name, on all paths. `inputs` and `paths` must outlive
/// the result.
AnalysisOptions analysisOptions(const RunOptions& options, const Inputs& inputs, const PathPrinter& paths);

} // namespace nostall

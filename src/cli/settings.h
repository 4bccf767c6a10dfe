// What options and configuration together ask of the analysis.
#pragma once

#include "analysis/analyse.h"
#include "cli/inputs.h"
#include "cli/project.h"

namespace nostall {

/// Options have the last word on the rules that they name, on all paths. `inputs` and `paths` must outlive
/// the result.
AnalysisOptions analysisOptions(const CheckOptions& options, const Inputs& inputs, const PathPrinter& paths);

} // namespace nostall

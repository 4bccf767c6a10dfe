// Program + Catalog -> findings. Opens no file and cannot fail.
#pragma once

#include "analysis/levels/analysis_options.h"
#include "catalog/catalog.h"
#include "model/finding.h"
#include "program/program.h"

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace nostall {

struct Analysis {
  std::vector<Finding> findings;
  std::vector<RootCause> root_causes;
  std::vector<std::pair<std::string, uint64_t>> statistics;
};

Analysis analyse(const Program& program, const Catalog& catalog, const AnalysisOptions& options);

} // namespace nostall

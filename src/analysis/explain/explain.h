// What is believed of the calls on one line, and why they are reported or not.
#pragma once

#include "analysis/levels/analysis_options.h"
#include "catalog/catalog.h"
#include "model/explanation.h"
#include "program/program.h"

#include <string>
#include <vector>

namespace nostall {

struct LineQuery {
  std::vector<std::string> files; ///< names of one file, absolute
  uint32_t line = 0;
  uint32_t column = 0; ///< 0: the whole line
};

Explanation explainLine(const Program& program, const Catalog& catalog, const AnalysisOptions& options,
                        const LineQuery& query);

} // namespace nostall

// Places and names as reports print them.
#pragma once

#include "analysis/levels/analysis_options.h"
#include "model/finding.h"
#include "program/program.h"

#include <string>
#include <string_view>
#include <tuple>
#include <vector>

namespace nostall {

class Shown {
public:
  Shown(const Program& program, const AnalysisOptions& options);

  /// Where the event stands; for code that is written nowhere the function that holds it.
  const SourceRange& placeOf(BodyId body, EventId event) const;
  Location location(const SourceRange& at) const;
  /// Compares places by path, line and column.
  std::tuple<uint32_t, uint32_t, uint32_t> order(const SourceRange& at) const {
    return {at.file == no_id ? 0 : rank_[at.file], at.line, at.column};
  }
  /// Findings may stand there: the user's own code, on the paths that are reported.
  bool isReported(const SourceRange& at) const { return at.file != no_id && reported_[at.file] != 0; }
  const std::string& display(FunctionId function) const;

private:
  const Program& program_;
  std::vector<std::string> paths_; // by FileId, as printed
  std::vector<uint32_t> rank_;     // by FileId: its place among the paths in order
  std::vector<char> reported_;     // by FileId
};

} // namespace nostall

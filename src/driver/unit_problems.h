// What became of the units: counts, and a sentence for each that is not as it should be.
#pragma once

#include "database/compile_command.h"
#include "model/facts.h"
#include "model/finding.h"

#include <string>
#include <vector>

namespace nostall {

struct UnitOutcome {
  UnitCounts counts;
  /// Paths are absolute. Units of which nothing is known are errors, those that are known in part
  /// warnings.
  Problems problems;
  uint64_t skipped = 0; ///< in no language of ours
};

UnitOutcome unitOutcome(const CompileDatabase& database, const std::vector<UnitFacts>& units);

/// A path that the user named for the report.
struct NamedPath {
  std::string typed;
  std::vector<std::string> names; ///< absolute, with and without symbolic links
};

/// A sentence for each path in which no unit has any code: warnings, but errors when that is true of all.
Problems emptyPaths(const std::vector<NamedPath>& paths, const CompileDatabase& database,
                    const std::vector<UnitFacts>& units);

} // namespace nostall

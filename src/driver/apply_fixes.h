// `--fix`: writes the fixes of findings into the files they are in.
#pragma once

#include "driver/project.h"
#include "model/finding.h"
#include "support/problem.h"

namespace nostall {

/// Which fixes are written into the files.
enum class FixMode : uint8_t {
  None,
  Safe,   ///< --fix
  Unsafe, ///< --unsafe-fixes: those that may change what the program does too
};

struct FixResult {
  uint64_t fixed = 0;       ///< findings whose fix was written
  uint64_t overlapping = 0; ///< fixes that touch another one and were not
  Problems problems;        ///< files that cannot be changed
};

/// Writes the first fix of each finding that counts. Of fixes that touch each other only the first one is
/// written. A file is written whole or not at all. The places of `report` are those before.
FixResult applyFixes(const Report& report, FixMode mode, const PathPrinter& paths);

} // namespace nostall

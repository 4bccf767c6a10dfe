// Reports for the golden files.
#pragma once

#include "model/finding.h"

namespace nostall {

/// A chain, a direct call, a callback, a finding without a context, suppressed ones, broken units.
Report sampleReport();

/// Nothing found, nothing wrong.
Report emptyReport();

/// Nothing found, much not seen.
Report silentReport();

/// Names, paths, messages and source with terminal escapes, line ends, quotes and broken UTF-8.
Report hostileReport();

} // namespace nostall

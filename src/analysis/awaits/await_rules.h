// sequential-await, missing-timeout and swallowed-cancellation.
#pragma once

#include "analysis/findings/spots.h"

#include <vector>

namespace nostall {

/// Awaits of fetches that need nothing of those before them.
std::vector<Spot> findSequentialAwaits(const BodyRules& input);

/// Awaits that only another machine ends.
std::vector<Spot> findMissingTimeouts(const BodyRules& input);

/// Awaits in a try block whose `catch (...)` goes on whatever the exception was.
std::vector<Spot> findSwallowedCancellations(const BodyRules& input);

} // namespace nostall

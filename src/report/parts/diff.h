// What a fix changes, line by line.
#pragma once

#include "model/finding.h"

#include <string>
#include <vector>

namespace nostall {

struct DiffLine {
  char sign = ' '; ///< '-' or '+'
  std::string text;
};

/// The lines that the fix takes away and puts in their place, from the top. Empty when the report does not
/// carry them.
std::vector<DiffLine> diffOf(const Report& report, const Fix& fix);

} // namespace nostall

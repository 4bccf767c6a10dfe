// The line of source below a finding, and the marks under it.
#pragma once

#include "model/finding.h"

#include <string>
#include <string_view>

namespace nostall {

/// The text of a line that the report carries; null when it does not.
const std::string* findSourceLine(const Report& report, std::string_view file, uint32_t line);

struct SourceExcerpt {
  std::string code;  ///< fit for a terminal, tabs kept; a very long line is cut around the place
  std::string marks; ///< "    ^~~~", to be printed below; empty when the column is unknown
};

SourceExcerpt sourceExcerpt(std::string_view line, const Location& at);

} // namespace nostall

// The line of source below a finding, and the marks under it.
#pragma once

#include "model/finding.h"

#include <cstddef>
#include <string>
#include <string_view>

namespace nostall {

/// The text of a line that the report carries; null when it does not.
const std::string* findSourceLine(const Report& report, std::string_view file, uint32_t line);

/// SourceLine::hash of that line; null when it is not known.
const std::string* findLineHash(const Report& report, std::string_view file, uint32_t line);

struct SourceExcerpt {
  std::string code;  ///< fit for a terminal, tabs kept; a line that does not fit is cut around the place
  std::string marks; ///< "    ^~~~", to be printed below; empty when the column is unknown
};

/// `width`: the columns that the code may take.
SourceExcerpt sourceExcerpt(std::string_view line, const Location& at, size_t width);

} // namespace nostall

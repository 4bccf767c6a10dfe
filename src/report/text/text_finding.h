// One finding for people: where, what, how the code gets there, what to write instead.
#pragma once

#include "model/finding.h"
#include "report/text/text_style.h"

#include <string>

namespace nostall {

/// Several lines; the first is as compilers write it.
std::string findingText(const TextLayout& layout, const Report& report, const Finding& finding);

} // namespace nostall

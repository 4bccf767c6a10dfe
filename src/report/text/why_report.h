// What is known of a line, as text for people.
#pragma once

#include "model/explanation.h"

#include <string>

namespace nostall {

std::string whyText(const Explanation& explanation);

} // namespace nostall

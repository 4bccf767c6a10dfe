// Declarations in the shape of Boost.Regex.
#pragma once

#include <string>

namespace boost {
class regex {
public:
  explicit regex(const char* pattern);
};
bool regex_match(const std::string& text, const regex& pattern);
} // namespace boost

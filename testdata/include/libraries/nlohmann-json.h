// Declarations in the shape of JSON for Modern C++.
#pragma once

#include <string>

namespace nlohmann {
template <typename Char>
class basic_json {
public:
  static basic_json parse(const std::string& text);
  std::string dump() const;
};
using json = basic_json<char>;
} // namespace nlohmann

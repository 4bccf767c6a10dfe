// Parts of qualified names.
#pragma once

#include <string_view>

namespace nostall {

/// "acquire" of "ns::Semaphore::acquire".
inline std::string_view lastName(std::string_view qualified_name) {
  const size_t scope = qualified_name.rfind("::");
  return scope == std::string_view::npos ? qualified_name : qualified_name.substr(scope + 2);
}

} // namespace nostall

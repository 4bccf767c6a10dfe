// The paths of objects (PathId) in words.
#pragma once

#include <string>
#include <string_view>

namespace nostall {

/// "mutex_" for "this.mutex_", "lock" for "local:lock@7", "ns::x" for "global:ns::x".
std::string pathInWords(std::string_view path);

} // namespace nostall

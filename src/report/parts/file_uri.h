// Paths as URIs.
#pragma once

#include <string>
#include <string_view>

namespace nostall {

/// "src/a%20b.cpp" for "src/a b.cpp", "file:///usr/include/x.h" for an absolute path. Bytes that are not
/// UTF-8 are kept as %XX.
std::string fileUri(std::string_view path);

} // namespace nostall

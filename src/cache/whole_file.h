// Files read in one piece.
#pragma once

#include <optional>
#include <string>

namespace nostall {

/// Nothing when it is no ordinary file or cannot be read.
std::optional<std::string> readWholeFile(const std::string& path);

} // namespace nostall

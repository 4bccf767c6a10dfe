// Names for findings that survive the moving of lines: semantics.md section 11.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace nostall {

/// 16 hexadecimal digits of a 64-bit hash of the parts, in order. The same on every machine and for ever:
/// baselines hold it.
std::string fingerprint(const std::vector<std::string_view>& parts);

} // namespace nostall

// Hashes of lines by which code hosts follow a place when the lines above it change.
//
// The algorithm is the one of GitHub's code scanning (`primaryLocationLineHash`, github/codeql-action,
// src/fingerprints.ts): a rolling hash over the 100 characters from the beginning of the line on, spaces and
// tabs left out, with a number for equal ones. A log that says another value than GitHub's own upload would
// is warned about.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace nostall {

/// Of every line of `text` in order, the first line first: "39fa2ee980eb94b0:1".
std::vector<std::string> lineHashes(std::string_view text);

} // namespace nostall

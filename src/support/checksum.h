// Sums that tell whether bytes are the same (XXH3, 128 bits, of LLVM). They tell damage and change, not
// malice.
#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace nostall {

/// Of two versions of one file, or of bytes and what became of them on disk.
uint64_t checksum(std::string_view bytes);

/// Of what a folder lists, in whatever order.
uint64_t listingChecksum(std::vector<std::string> names);

/// So long that no two texts of a lifetime share one.
struct Digest {
  uint64_t high = 0;
  uint64_t low = 0;

  auto operator<=>(const Digest&) const = default;
};

Digest digestOf(std::string_view bytes);

/// 32 hex digits.
std::string toString(const Digest& digest);

} // namespace nostall

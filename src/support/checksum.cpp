#include "support/checksum.h"

#include <llvm/Support/xxhash.h>

#include <algorithm>

namespace nostall {

Digest digestOf(std::string_view bytes) {
  const auto sum = llvm::xxh3_128bits({reinterpret_cast<const uint8_t*>(bytes.data()), bytes.size()});
  return {.high = sum.high64, .low = sum.low64};
}

uint64_t checksum(std::string_view bytes) {
  return digestOf(bytes).low;
}

uint64_t listingChecksum(std::vector<std::string> names) {
  std::sort(names.begin(), names.end());
  std::string listing;
  for (const std::string& name : names) {
    listing += name;
    listing += '\0';
  }
  return checksum(listing);
}

std::string toString(const Digest& digest) {
  static constexpr char digits[] = "0123456789abcdef";
  std::string out;
  for (const uint64_t half : {digest.high, digest.low}) {
    for (int shift = 60; shift >= 0; shift -= 4) {
      out += digits[(half >> static_cast<unsigned>(shift)) & 0xFU];
    }
  }
  return out;
}

} // namespace nostall

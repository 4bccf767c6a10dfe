#include "support/checksum.h"

#include <algorithm>
#include <cstring>

namespace nostall {

uint64_t checksum(std::string_view bytes, uint64_t start) {
  static constexpr uint64_t prime = 0x9E3779B97F4A7C15U;
  uint64_t sum = start ^ (bytes.size() * prime);
  const auto mix = [&sum](uint64_t word) {
    sum = (sum ^ word) * prime;
    sum ^= sum >> 32U;
  };
  for (; bytes.size() >= sizeof(uint64_t); bytes.remove_prefix(sizeof(uint64_t))) {
    uint64_t word = 0;
    std::memcpy(&word, bytes.data(), sizeof(word));
    mix(word);
  }
  for (const char c : bytes) {
    mix(static_cast<unsigned char>(c));
  }
  return sum;
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

Digest digestOf(std::string_view bytes) {
  static constexpr uint64_t another_start = 0xD1B54A32D192ED03U;
  return {checksum(bytes), checksum(bytes, another_start)};
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

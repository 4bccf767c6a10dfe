#include "analysis/findings/fingerprint.h"

namespace nostall {

// FNV-1a, then the finalizer of MurmurHash3: FNV's high bits hardly change for short texts.
std::string fingerprint(const std::vector<std::string_view>& parts) {
  uint64_t hash = 0xcbf29ce484222325;
  const auto add = [&](unsigned char byte) { hash = (hash ^ byte) * 0x100000001b3; };
  for (const std::string_view part : parts) {
    for (const char c : part) {
      add(static_cast<unsigned char>(c));
    }
    add(0); // ("ab", "c") is not ("a", "bc")
  }
  hash = (hash ^ (hash >> 33)) * 0xff51afd7ed558ccd;
  hash = (hash ^ (hash >> 33)) * 0xc4ceb9fe1a85ec53;
  hash ^= hash >> 33;
  std::string digits(16, '0');
  for (size_t i = 0; i < digits.size(); ++i) {
    digits[i] = "0123456789abcdef"[(hash >> (60 - 4 * i)) & 15];
  }
  return digits;
}

} // namespace nostall

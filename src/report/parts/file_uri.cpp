#include "report/parts/file_uri.h"

namespace nostall {
namespace {

bool isPlain(char c) {
  const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  const bool digit = c >= '0' && c <= '9';
  return letter || digit || std::string_view("-._~/+@").find(c) != std::string_view::npos;
}

} // namespace

std::string fileUri(std::string_view path) {
  static constexpr char digits[] = "0123456789ABCDEF";
  std::string out = path.starts_with('/') ? "file://" : "";
  // "//x" would name a host.
  while (path.starts_with("//")) {
    path.remove_prefix(1);
  }
  for (const char c : path) {
    if (isPlain(c)) {
      out += c;
      continue;
    }
    const auto byte = static_cast<unsigned char>(c);
    out += '%';
    out += digits[byte >> 4U];
    out += digits[byte & 0xFU];
  }
  return out;
}

} // namespace nostall

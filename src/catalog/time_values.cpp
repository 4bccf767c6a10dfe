#include "catalog/time_values.h"

#include <charconv>

namespace nostall {

std::optional<int64_t> timeIn(std::string_view text) {
  static constexpr int64_t a_day = 86'400'000'000'000;
  int64_t count = 0;
  const auto [rest, error] = std::from_chars(text.data(), text.data() + text.size(), count);
  if (error != std::errc() || count < 0) { return std::nullopt; }
  std::string_view unit = text.substr(static_cast<size_t>(rest - text.data()));
  if (unit.starts_with(' ')) { unit.remove_prefix(1); }
  for (const auto& [name, nanoseconds] : time_units) {
    if (unit == name && count <= a_day / nanoseconds) { return count * nanoseconds; }
  }
  return std::nullopt;
}

} // namespace nostall

// How this folder writes JSON.
#pragma once

#include <nlohmann/json.hpp>

#include <string>

namespace nostall {

/// Pure ASCII, so that a report can be shown on a terminal whatever the names in it hold; bytes that are
/// not UTF-8 become U+FFFD.
inline std::string jsonText(const nlohmann::ordered_json& value) {
  return value.dump(2, ' ', true, nlohmann::ordered_json::error_handler_t::replace) + "\n";
}

} // namespace nostall

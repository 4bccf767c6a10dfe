// Times as the rule files write them.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>

namespace nostall {

/// Units and their length in nanoseconds.
inline constexpr std::pair<std::string_view, int64_t> time_units[] = {
    {"ns", 1}, {"us", 1'000}, {"ms", 1'000'000}, {"s", 1'000'000'000}};

/// "500us", "2 ms", "1s" in nanoseconds. Nothing when it is written otherwise or more than a day.
std::optional<int64_t> timeIn(std::string_view text);

} // namespace nostall

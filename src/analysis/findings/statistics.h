#pragma once

#include "analysis/reach/call_graph.h"

#include <string>
#include <utility>
#include <vector>

namespace nostall {

/// What was looked at and what could not be seen, in a fixed order, with names fit for JSON and `--stats`.
std::vector<std::pair<std::string, uint64_t>> statisticsOf(const Program& program, const Classes& classes,
                                                           const CallGraph& graph, uint64_t unlikely_calls);

} // namespace nostall

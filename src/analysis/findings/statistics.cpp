#include "analysis/findings/statistics.h"

#include <algorithm>

namespace nostall {

std::vector<std::pair<std::string, uint64_t>> statisticsOf(const Program& program, const Classes& classes,
                                                           const CallGraph& graph, uint64_t unlikely_calls) {
  const auto count = [&](auto&& holds) {
    uint64_t found = 0;
    for (NodeId node = 0; node < program.nodes.size(); ++node) {
      found += holds(node) ? 1 : 0;
    }
    return found;
  };
  const auto function = [&](NodeId node) -> const FunctionFacts& {
    return program.symbols.functions[program.nodes[node].function];
  };
  const ProgramStatistics& calls = program.statistics;
  return {
      {"functions", count([&](NodeId node) { return !function(node).external; })},
      {"coroutines",
       count([&](NodeId node) { return function(node).coroutine && !function(node).external; })},
      {"async_contexts", count([&](NodeId node) { return classes.roles[node] == Role::Context; })},
      {"calls", calls.calls},
      {"virtual_calls", calls.virtual_calls},
      {"calls_through_pointers", calls.pointer_calls},
      {"ambiguous_calls", calls.ambiguous_calls},
      {"unlikely_virtual_calls", unlikely_calls},
      {"may_run_here", graph.mayRunHere()},
      {"dependent_calls", calls.dependent_calls},
      {"broken_coroutines", calls.broken_coroutines},
  };
}

} // namespace nostall

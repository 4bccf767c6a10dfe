#include "analysis/body_rules.h"

#include "analysis/awaits/await_rules.h"
#include "analysis/awaits/busy_loops.h"
#include "analysis/awaits/shared_state.h"
#include "analysis/locks/lock_rules.h"
#include "analysis/tasks/dangling_references.h"
#include "analysis/tasks/detached_tasks.h"
#include "analysis/tasks/lost_tasks.h"
#include "analysis/tasks/unbounded_spawns.h"
#include "support/parallel.h"

#include <algorithm>
#include <array>
#include <iterator>

namespace nostall {

std::vector<Spot> findSpots(const BodyRules& input) {
  using Pass = std::vector<Spot> (*)(const BodyRules&);
  static constexpr auto passes = std::to_array<Pass>(
      {findLostTasks, findDetachedTasks, findDanglingReferences, findLockSpots, findThreadLocalsAcrossAwaits,
       findStateAcrossAwaits, findBusyLoops, findUnboundedSpawns, findSequentialAwaits, findMissingTimeouts,
       findSwallowedCancellations});
  std::vector<std::vector<Spot>> found(passes.size());
  eachOnAnyCore(passes.size(), [&](size_t pass) { found[pass] = passes[pass](input); });
  std::vector<Spot> spots;
  for (std::vector<Spot>& of_pass : found) {
    std::ranges::move(of_pass, std::back_inserter(spots));
  }
  return spots;
}

} // namespace nostall

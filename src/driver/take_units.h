// Facts of all units, taken in worker processes.
#pragma once

#include "cache/facts_cache.h"
#include "database/compile_command.h"
#include "model/facts.h"
#include "support/process_pool.h"

#include <chrono>
#include <functional>
#include <string>
#include <vector>

namespace nostall {

/// In a worker: what to do with a unit that was parsed on a snapshot, by the position of its command.
using KeepUnit = std::function<void(size_t position, const ParsedUnit& unit)>;

struct TakeOptions {
  unsigned workers = 1;
  std::chrono::seconds unit_timeout{0}; ///< 0: none
  uint64_t memory_limit = 0;            ///< bytes of a worker; 0: none
  /// Bytes for a unit that needed more than `memory_limit` and is tried again with no other beside it;
  /// 0: it is not tried again.
  uint64_t memory_alone = 0;
  std::function<void(size_t ended, const std::string& file)> on_end;
  /// Prepares the pool for what the units have in common; see shareHeaders.
  std::function<void(PoolOptions& pool, const std::vector<CompileCommand>& commands, const KeepUnit& keep)>
      share;
  KeepUnit keep; ///< for `share`
};

struct TakenUnits {
  /// One for each command, in the same order. A unit whose worker came to grief is Failed and says why
  /// in its only message.
  std::vector<UnitFacts> units;
  int interrupted_by = 0;      ///< the signal; `units` are of no use then
  uint32_t on_snapshots = 0;   ///< units parsed on header snapshots
  uint32_t left_snapshots = 0; ///< units that could not be, and were parsed plainly after all
};

using TakeFacts = std::function<UnitFacts(size_t index)>;

/// Runs `take` on the index of each command in a worker process, in the order of the commands.
TakenUnits takeUnits(const std::vector<CompileCommand>& commands, const TakeFacts& take,
                     const TakeOptions& options);

/// Workers and memory when the user says nothing (0), or how many there should be and what all of them
/// together may use (bytes). As many as there are cores and memory for.
TakeOptions planWorkers(unsigned workers, uint64_t memory);

} // namespace nostall

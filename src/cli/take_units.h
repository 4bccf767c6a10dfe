// Facts of all units, taken in worker processes.
#pragma once

#include "frontend/compile_command.h"
#include "model/facts.h"

#include <chrono>
#include <functional>
#include <string>
#include <vector>

namespace nostall {

struct TakeOptions {
  unsigned workers = 1;
  std::chrono::seconds unit_timeout{0}; ///< 0: none
  uint64_t memory_limit = 0;            ///< bytes of a worker; 0: none
  std::function<void(size_t ended, const std::string& file)> on_end;
};

struct TakenUnits {
  /// One for each command, in the same order. A unit whose worker came to grief is Failed and says why
  /// in its only message.
  std::vector<UnitFacts> units;
  int interrupted_by = 0; ///< the signal; `units` are of no use then
};

using TakeFacts = std::function<UnitFacts(const CompileCommand&)>;

/// Runs `take` on each command in a worker process.
TakenUnits takeUnits(const std::vector<CompileCommand>& commands, const TakeFacts& take,
                     const TakeOptions& options);

/// A share of the machine's memory for each of so many workers, in bytes; never too little for a unit.
uint64_t memoryShare(unsigned workers);

/// How many workers there are when nobody says: the cores that this process may use.
unsigned usualWorkers();

} // namespace nostall

// Facts of all units: those that the cache knows, and the others parsed in worker processes.
#pragma once

#include "cache/facts_cache.h"
#include "driver/take_units.h"
#include "model/look_ups.h"

#include <functional>
#include <string>
#include <vector>

namespace nostall {

struct CachedUnits {
  TakenUnits taken;
  uint32_t cached = 0; ///< units that were not parsed
  /// Why units will be parsed again next time: a sentence; empty when all is kept.
  std::string not_kept;
};

using RecordFacts = std::function<UnitFacts(const CompileCommand&, LookUps& look_ups)>;

/// `keys`: beside `commands`.
CachedUnits takeCachedUnits(const std::vector<CompileCommand>& commands, const std::vector<Digest>& keys,
                            FactsCache& cache, const RecordFacts& take, const TakeOptions& options);

} // namespace nostall

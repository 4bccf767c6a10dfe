// Facts by hand -> findings as lines, for tests.
#pragma once

#include "analysis/analyse.h"
#include "support/facts_builder.h"

#include <string>
#include <vector>

namespace nostall {

/// A small pack: sleep and "fsync" block, "pool" runs its callable elsewhere, "for_each" runs it in place.
extern const char* const small_pack;

/// Rules blocking-sleep (error), blocking-file (warning), blocking-lock (note), blocking-wait and
/// unused-suppression, with the pack.
Catalog catalogOf(const std::string& pack = small_pack);

Analysis analysisOf(const std::vector<UnitFacts>& units, const std::string& pack = small_pack,
                    const AnalysisOptions& options = {});

/// "7 error blocking-sleep session: pause, sleep": line, level, rule, context, the chain's callees;
/// suppressed ones end in " (suppressed)", those in other files than a.cpp begin with the file's name.
std::vector<std::string> linesOf(const Analysis& analysis);

/// linesOf(analysisOf({unit}))
std::vector<std::string> findingsOf(UnitBuilder& unit, const std::string& pack = small_pack);

uint64_t statistic(const Analysis& analysis, const std::string& name);

} // namespace nostall

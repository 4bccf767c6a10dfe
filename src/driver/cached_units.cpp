#include "driver/cached_units.h"

#include "support/text.h"

#include <sys/stat.h>

#include <algorithm>
#include <chrono>
#include <cstring>
#include <optional>
#include <utility>

namespace nostall {
namespace {

using std::chrono::milliseconds;

/// A unit that has to be parsed.
struct Missed {
  size_t index = 0;
  std::optional<milliseconds> duration; ///< of its last parse
  uint64_t size = 0;                    ///< bytes of its main file
};

uint64_t sizeOf(const std::string& path) {
  struct stat status = {};
  return stat(path.c_str(), &status) == 0 ? static_cast<uint64_t>(status.st_size) : 0;
}

/// Longest first, so that no worker begins a long one when the others are done. Of units that were never
/// parsed the size of the file is all that is known.
void sortByExpectation(std::vector<Missed>& missed) {
  double known_time = 0;
  double known_size = 0;
  for (const Missed& unit : missed) {
    if (!unit.duration) { continue; }
    known_time += static_cast<double>(unit.duration->count());
    known_size += static_cast<double>(unit.size);
  }
  const double time_of_a_byte = known_size > 0 ? known_time / known_size : 1;
  const auto expected = [&](const Missed& unit) {
    return unit.duration ? static_cast<double>(unit.duration->count())
                         : static_cast<double>(unit.size) * time_of_a_byte;
  };
  std::stable_sort(missed.begin(), missed.end(),
                   [&](const Missed& left, const Missed& right) { return expected(left) > expected(right); });
}

class Run {
public:
  Run(const std::vector<CompileCommand>& commands, const std::vector<Digest>& keys, FactsCache& cache)
      : commands_(commands), keys_(keys), cache_(cache) {
    units_.taken.units.resize(commands.size());
  }

  CachedUnits take(const RecordFacts& take, const TakeOptions& options) {
    lookIntoCache();
    std::vector<CompileCommand> to_parse;
    to_parse.reserve(missed_.size());
    for (const Missed& unit : missed_) {
      to_parse.push_back(commands_[unit.index]);
    }
    TakenUnits parsed = takeUnits(
        to_parse, [&](size_t position) { return parse(missed_[position].index, take); }, countingOn(options));
    units_.taken.interrupted_by = parsed.interrupted_by;
    if (parsed.interrupted_by != 0) { return std::move(units_); }
    units_.taken.on_snapshots = parsed.on_snapshots;
    units_.taken.left_snapshots = parsed.left_snapshots;
    for (size_t i = 0; i < missed_.size(); ++i) {
      units_.taken.units[missed_[i].index] = std::move(parsed.units[i]);
    }
    tidyUp();
    return std::move(units_);
  }

private:
  void lookIntoCache() {
    for (size_t i = 0; i < commands_.size(); ++i) {
      FactsCache::Found found = cache_.find(keys_[i]);
      if (found.facts) {
        units_.taken.units[i] = std::move(*found.facts);
        ++units_.cached;
      } else {
        missed_.push_back({.index = i, .duration = found.duration, .size = sizeOf(commands_[i].file)});
      }
    }
    sortByExpectation(missed_);
  }

  /// In a worker: an entry is written as soon as the unit is parsed, so that a run that is interrupted
  /// leaves something.
  UnitFacts parse(size_t index, const RecordFacts& take) {
    ParsedUnit unit;
    unit.taken_at = timeNow();
    const auto begin = std::chrono::steady_clock::now();
    unit.facts = take(commands_[index], unit.look_ups);
    unit.duration = std::chrono::duration_cast<milliseconds>(std::chrono::steady_clock::now() - begin);
    (void)cache_.keep(keys_[index], unit);
    return std::move(unit.facts);
  }

  TakeOptions countingOn(const TakeOptions& options) const {
    TakeOptions counting = options;
    counting.keep = [this](size_t position, const ParsedUnit& unit) {
      (void)cache_.keep(keys_[missed_[position].index], unit);
    };
    if (options.on_end) {
      counting.on_end = [cached = units_.cached, &options](size_t ended, const std::string& file) {
        options.on_end(cached + ended, file);
      };
    }
    return counting;
  }

  void tidyUp() {
    const CacheFolder& folder = cache_.folder();
    if (missed_.empty() || folder.path().empty()) { return; }
    const auto lost = std::count_if(missed_.begin(), missed_.end(), [&](const Missed& unit) {
      return units_.taken.units[unit.index].state != UnitState::Failed && !cache_.has(keys_[unit.index]);
    });
    if (lost > 0) {
      units_.not_kept = "what is known of " + std::to_string(lost) + (lost == 1 ? " unit" : " units") +
                        " could not be kept in '" + printable(folder.path()) +
                        "' for the next run; --no-cache does without, NOSTALL_CACHE names another folder";
    }
    folder.trim(usualCacheLimit());
  }

  const std::vector<CompileCommand>& commands_;
  const std::vector<Digest>& keys_;
  FactsCache& cache_;
  CachedUnits units_;
  std::vector<Missed> missed_;
};

} // namespace

CachedUnits takeCachedUnits(const std::vector<CompileCommand>& commands, const std::vector<Digest>& keys,
                            FactsCache& cache, const RecordFacts& take, const TakeOptions& options) {
  return Run(commands, keys, cache).take(take, options);
}

} // namespace nostall

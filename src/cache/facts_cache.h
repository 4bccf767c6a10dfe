// Facts of units that were parsed before. An entry is believed when it is whole and when the disk answers
// all that the parse asked as it did then.
#pragma once

#include "cache/cache_folder.h"
#include "cache/file_states.h"
#include "cache/look_up_list.h"
#include "model/facts.h"
#include "model/look_ups.h"
#include "support/checksum.h"

#include <chrono>
#include <optional>
#include <string>

namespace nostall {

/// One parse of a unit, as it is kept.
struct ParsedUnit {
  UnitFacts facts;
  LookUps look_ups;
  int64_t taken_at = 0; ///< when the parse began, as timeNow() tells
  std::chrono::milliseconds duration{0};
};

class FactsCache {
public:
  /// An empty `folder` finds and keeps nothing. `project_root`: absolute; facts are kept without it.
  FactsCache(std::string folder, std::string project_root);

  struct Found {
    std::optional<UnitFacts> facts; ///< nothing when the unit has to be parsed
    /// How long the last parse took, also when it does not count any more.
    std::optional<std::chrono::milliseconds> duration;
  };
  /// `key`: the digest of everything but files that decides a unit's facts.
  Found find(const Digest& key);

  /// False, with errno set, when it cannot be written. Units that failed are not kept.
  bool keep(const Digest& key, const ParsedUnit& unit);

  bool has(const Digest& key) const;
  const CacheFolder& folder() const { return folder_; }

private:
  struct Entry;

  void renew(const Digest& key, const Entry& entry);

  CacheFolder folder_;
  std::string project_root_;
  int64_t started_; ///< before the disk was asked anything
  FileStates states_;
  LookUpChecker checker_;
};

} // namespace nostall

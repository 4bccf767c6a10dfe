// Facts of many units in one file: made on one machine, joined with others on another one.
#pragma once

#include "support/problem.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace nostall {

struct FactsFile {
  struct Unit {
    uint64_t number = 0;    ///< in the database, so that the units of many files have an order
    std::string_view facts; ///< encodePortable's
  };
  /// A unit of the database that cannot be analysed.
  struct Refused {
    std::string file;
    std::string reason;
    bool failed = true; ///< false: in no language of ours

    bool operator==(const Refused&) const = default;
  };

  std::string settings; ///< equal for files that were made with equal rules and configuration
  std::string database; ///< path of compile_commands.json
  uint64_t unit_count = 0;
  std::vector<Refused> refused;
  Problems problems; ///< of the database
  std::vector<Unit> units;
};

/// `version`: names the code that takes facts. What is said of paths inside `project_root` (absolute) is
/// said without it.
std::string encodeFactsFile(const FactsFile& file, std::string_view version, std::string_view project_root);

/// The version that the file was made with; nothing when these are not the bytes of such a file.
std::optional<std::string> factsFileVersion(std::string_view bytes);

/// For the project that stands in `project_root`. `bytes` must outlive the result. Nothing when they are
/// damaged.
std::optional<FactsFile> decodeFactsFile(std::string_view bytes, std::string_view project_root);

} // namespace nostall

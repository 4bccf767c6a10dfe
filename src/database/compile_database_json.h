// The text of a compile_commands.json, read with the place of every mistake.
#pragma once

#include "support/problem.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace nostall {

/// One entry as written: paths not yet made absolute, the command split into words.
struct DatabaseEntry {
  std::string directory;
  std::string file;
  std::string output;
  std::vector<std::string> arguments; ///< empty when the entry has no command
  uint32_t line = 0;                  ///< where the entry begins; 1-based
  uint32_t column = 0;

  bool operator==(const DatabaseEntry&) const = default;
};

struct DatabaseText {
  std::vector<DatabaseEntry> entries;
  Problems problems;
};

/// Reads every entry that can be read; an entry of a wrong shape is a problem and the others go on. After
/// a mistake of JSON itself the entries before it count. Bytes that are not UTF-8 are kept as they are:
/// file names may hold them. `path` is for the problems.
DatabaseText readDatabaseText(std::string_view text, const std::string& path);

} // namespace nostall

// What the disk answered while a unit was parsed. As long as it answers the same, the unit's facts are the
// same.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace nostall {

enum class Answer : uint8_t {
  Missing, ///< nothing was there: a header that is looked for in one folder after another
  Present, ///< it was there, and nobody looked into it
  Content, ///< the file was read, or the folder listed
};

struct LookUp {
  std::string path; ///< absolute, as it was asked for: "." and ".." and symbolic links are kept
  Answer answer = Answer::Missing;
  uint64_t content = 0; ///< Content: checksum of the file's bytes, listingChecksum of the folder's names

  bool operator==(const LookUp&) const = default;
};

/// Sorted by path, each path once.
using LookUps = std::vector<LookUp>;

} // namespace nostall

// A sentence for the person who can act, with the place it is about.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace nostall {

enum class ProblemKind : uint8_t {
  Error,   ///< something could not be done
  Warning, ///< it was done, but not as well as it could be
};

struct Problem {
  std::string file;    ///< path as the user would write it; empty when no file is concerned
  uint32_t line = 0;   ///< 1-based; 0 when unknown
  uint32_t column = 0; ///< 1-based, in bytes; 0 when unknown
  std::string message; ///< a whole sentence without the place: what was found, what is allowed
  ProblemKind kind = ProblemKind::Error;

  bool operator==(const Problem&) const = default;
};

using Problems = std::vector<Problem>;

/// "rules/x.yaml:4:11: message", leaving out what is unknown.
std::string toString(const Problem& problem);

} // namespace nostall

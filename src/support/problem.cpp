#include "support/problem.h"

#include "support/text.h"

namespace nostall {

std::string toString(const Problem& problem) {
  std::string out;
  if (!problem.file.empty()) {
    out = printable(problem.file);
    if (problem.line != 0) { out += ":" + std::to_string(problem.line); }
    if (problem.line != 0 && problem.column != 0) { out += ":" + std::to_string(problem.column); }
    out += ": ";
  }
  return out + printable(problem.message);
}

} // namespace nostall

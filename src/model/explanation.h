// What is known of the calls on one line, finished: `nostall why` prints it and looks nothing up.
#pragma once

#include "model/finding.h"

#include <cstdint>
#include <string>
#include <vector>

namespace nostall {

/// One thing that is known, with the calls that show it.
struct Belief {
  std::string sentence; ///< no full stop
  std::vector<ChainStep> chain;
};

struct ExplainedCall {
  Location at;
  std::string function; ///< display name of the function it stands in
  std::string callee;   ///< display name; empty when nobody knows what is called
  std::string verdict;  ///< "reported: error [blocking-sleep]", "not reported: ..."
  std::vector<Belief> beliefs;
};

struct Explanation {
  std::string file; ///< as printed
  uint32_t line = 0;
  bool file_known = false;             ///< some unit has code of it
  std::vector<ExplainedCall> calls;    ///< by column
  std::vector<uint32_t> nearest_lines; ///< with calls, when the line has none
};

} // namespace nostall

// What a run is asked to look at and how, whoever asks: a command line, an editor. Paths are as typed:
// relative ones to the working directory.
#pragma once

#include "model/severity.h"

#include <chrono>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace nostall {

struct RunOptions {
  std::vector<std::string> paths; ///< what is reported on; empty: everything
  std::string build_dir;          ///< of the compilation database; empty: looked for
  std::vector<std::string> rule_paths;
  std::string config; ///< empty: looked for
  std::map<std::string, bool> enabled;
  std::map<std::string, Severity> severities;
  std::string project_root; ///< empty: looked for
  std::string root;         ///< printed paths are relative to it; empty: the working directory
  std::vector<std::string> query_driver;

  unsigned jobs = 0;                      ///< 0: as many as there are cores
  std::chrono::seconds unit_timeout{300}; ///< 0: none
  uint64_t memory_limit = 0;              ///< bytes, of all workers; 0: what the machine has
  bool cache = true;                      ///< use what is known of units that did not change
  bool snapshots = true;                  ///< headers that many units include are parsed once
};

} // namespace nostall

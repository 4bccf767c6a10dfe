// What the frontend is told of rules and configuration.
#pragma once

#include <string>
#include <vector>

namespace nostall {

/// What the frontend must know of rules and config; part of every cache key.
struct FrontendOptions {
  std::string project_root;                     ///< absolute; code outside of it is external
  std::vector<std::string> external_folders;    ///< absolute; external although inside the root
  std::vector<std::string> external_namespaces; ///< code in them is a library's wherever it stands
  std::vector<std::string> match_expressions;   ///< AST matchers of calls, sorted, each once
  bool read_external_bodies = false; ///< no fact comes from them: costs time, and must change no finding
};

} // namespace nostall

// One unit -> UnitFacts. The only folder that includes clang's headers; this header does not.
#pragma once

#include "frontend/compile_command.h"
#include "model/facts.h"
#include "model/look_ups.h"

#include <string>
#include <string_view>
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

/// Names the code that takes facts: tools that are equal in it take equal facts of equal units.
std::string_view factsVersion();

/// Parses the unit and takes its facts. Never fails: what went wrong is in `state` and `messages`.
/// Not thread safe (it changes the working directory of nothing, but clang's global state is shared):
/// one call at a time in a process.
/// `look_ups`, if any, becomes all that the parse asked the disk, the driver's search for the toolchain
/// included.
UnitFacts takeFacts(const CompileCommand& command, const FrontendOptions& options,
                    LookUps* look_ups = nullptr);

} // namespace nostall

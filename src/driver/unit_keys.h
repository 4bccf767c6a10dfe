// What the cache knows a unit by.
#pragma once

#include "catalog/catalog.h"
#include "database/compile_command.h"
#include "frontend/frontend.h"
#include "support/checksum.h"

#include <string>

namespace nostall {

/// Of all that decides the facts of a unit besides the files that are read: the tool, the command, what the
/// frontend is told of rules and configuration, the environment. It is the same in every copy of the project,
/// as far as only the project's own folder is named.
class UnitKeys {
public:
  explicit UnitKeys(const FrontendOptions& options);

  Digest of(const CompileCommand& command) const;

private:
  std::string project_root_;
  std::string common_; ///< what the keys of all units begin with
};

/// Names what decides the facts of all units besides commands and files: equal for runs with equal rules and
/// configuration, as far as these reach the frontend.
std::string settingsName(const FrontendOptions& options, const Catalog& catalog);

} // namespace nostall

// What a command reads: the options' paths as they are meant, and what is asked of the rooms that read.
#pragma once

#include "catalog/catalog.h"
#include "cli/command_line.h"
#include "cli/unit_problems.h"
#include "frontend/compile_command.h"
#include "frontend/frontend.h"

#include <string>
#include <vector>

namespace nostall {

/// The paths of the options, as they are meant.
struct Places {
  std::string working_directory;
  std::string root;
  std::string project_root; ///< empty when not given
  std::vector<NamedPath> paths;
};

Places placesOf(const CheckOptions& options);

/// A sentence for each path that was named and is not there.
Problems missingPaths(const Places& places);

DatabaseOptions databaseOptions(const CheckOptions& options, const Places& places, const Catalog& catalog);

FrontendOptions frontendOptions(const Places& places, const CompileDatabase& database,
                                const Catalog& catalog);

} // namespace nostall

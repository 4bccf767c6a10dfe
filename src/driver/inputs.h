// What a command reads before it looks at units: the rules, the database, the configuration.
#pragma once

#include "catalog/catalog.h"
#include "catalog/config.h"
#include "database/compile_command.h"
#include "driver/cached_units.h"
#include "driver/project.h"
#include "driver/run_options.h"
#include "driver/unit_problems.h"
#include "frontend/frontend.h"

#include <functional>
#include <string>
#include <vector>

namespace nostall {

/// The paths of the options, as they are meant.
struct ProjectPlaces {
  std::string working_directory;
  std::string root;
  std::string project_root; ///< empty when not given
  std::string config;       ///< empty when not given
  std::vector<NamedPath> paths;
};

ProjectPlaces placesOf(const RunOptions& options);

/// A sentence for each path that was named and is not there.
Problems missingPaths(const ProjectPlaces& places);

struct Inputs {
  ProjectPlaces places;
  CatalogResult rules; ///< with what the configuration adds, and what is wrong with it
  Config config;
  std::string config_folder; ///< what the configuration's paths are relative to
  CompileDatabase database;
  FrontendOptions frontend;
  Problems refused; ///< when there are any nothing can be done, and the rest is of no use
};

Inputs readInputs(const RunOptions& options);

/// The first part of it: rules and places.
Inputs readRules(const RunOptions& options);

/// The last part, for a database that is known: configuration and frontend.
void readProject(Inputs& inputs, const std::string& project_root);

/// What a run says while units are parsed; may be empty. `ended` of `total` are done, the last one is `file`,
/// absolute.
using ShowProgress = std::function<void(size_t ended, size_t total, const std::string& file)>;

/// The facts of all units of the database.
CachedUnits takeAllUnits(const RunOptions& options, const Inputs& inputs, const ShowProgress& show);

} // namespace nostall

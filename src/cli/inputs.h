// What a command reads before it looks at units: the rules, the database, the configuration.
#pragma once

#include "catalog/catalog.h"
#include "catalog/config.h"
#include "cli/cached_units.h"
#include "cli/command_line.h"
#include "cli/project.h"
#include "cli/unit_problems.h"
#include "frontend/compile_command.h"
#include "frontend/frontend.h"

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

ProjectPlaces placesOf(const CheckOptions& options);

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

Inputs readInputs(const CheckOptions& options);

/// The first part of it: rules and places.
Inputs readRules(const CheckOptions& options);

/// The last part, for a database that is known: configuration and frontend.
void readProject(Inputs& inputs, const std::string& project_root);

/// The facts of all units, with a line of progress on a terminal, and a sentence there about a cache that
/// cannot be written.
CachedUnits takeAllUnits(const CheckOptions& options, const Inputs& inputs, const PathPrinter& paths);

} // namespace nostall

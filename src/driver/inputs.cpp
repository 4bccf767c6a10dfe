#include "driver/inputs.h"

#include "driver/rule_set.h"
#include "driver/share_headers.h"
#include "driver/unit_keys.h"
#include "frontend/unit/match_expressions.h"
#include "support/paths.h"
#include "support/text.h"

#include <algorithm>
#include <iterator>

namespace nostall {

ProjectPlaces placesOf(const RunOptions& options) {
  ProjectPlaces places;
  places.working_directory = workingDirectory();
  const auto meant = [&](const std::string& path) { return absolutePath(path, places.working_directory); };
  places.root = meant(options.root);
  if (!options.project_root.empty()) { places.project_root = meant(options.project_root); }
  if (!options.config.empty()) { places.config = meant(options.config); }
  for (const std::string& path : options.paths) {
    places.paths.push_back({path, namesOf(meant(path))});
  }
  return places;
}

Problems missingPaths(const ProjectPlaces& places) {
  Problems problems;
  for (const NamedPath& path : places.paths) {
    if (!path.typed.empty() && pathExists(path.names.front())) { continue; }
    problems.push_back({.message = "'" + printable(path.typed) + "' does not exist"});
  }
  const auto demand = [&](const char* option, const std::string& path) {
    if (path.empty() || pathExists(path)) { return; }
    problems.push_back({.message = std::string(option) + ": '" + printable(path) + "' does not exist"});
  };
  demand("--project-root", places.project_root);
  demand("--config", places.config);
  return problems;
}

namespace {

DatabaseOptions databaseOptions(const RunOptions& options, const ProjectPlaces& places,
                                const Catalog& catalog) {
  DatabaseOptions database;
  database.build_dir = options.build_dir;
  for (const NamedPath& path : places.paths) {
    database.paths.push_back(path.names.front());
  }
  database.working_directory = places.working_directory;
  database.query_driver = options.query_driver;
  for (const LibraryPack& pack : catalog.packs) {
    for (const MacroDefinition& macro : pack.defines) {
      database.defines.emplace_back(macro.name, macro.value);
    }
  }
  return database;
}

/// Finds and reads the configuration, and adds what it says of functions to the rules.
void readConfig(Inputs& inputs, const std::string& project_root) {
  const bool named = !inputs.places.config.empty();
  const std::string file = named ? inputs.places.config : findConfig(project_root);
  inputs.config_folder = named || file.empty() ? project_root : parentPath(file);
  if (file.empty()) { return; }
  if (isFolder(file)) {
    inputs.rules.problems.push_back(
        {.file = file, .message = "this is a folder: the configuration is a file"});
    return;
  }
  for (const RuleSource& source : readRuleFiles({file}, inputs.rules.problems)) {
    inputs.config = loadConfig(source, inputs.rules.catalog, inputs.rules.problems);
  }
  addPack(inputs.rules.catalog, inputs.config.pack);
  checkMatchEntries(inputs.rules.catalog, mistakeIn, inputs.rules.problems);
}

/// The folders of `external:`. Those that cannot be meant are problems.
std::vector<std::string> configuredFolders(Inputs& inputs, const std::string& project_root) {
  std::vector<std::string> folders;
  for (const ConfiguredFolder& written : inputs.config.external) {
    const std::string folder = absolutePath(written.path, inputs.config_folder);
    Problem problem{
        .file = written.source.file, .line = written.source.line, .column = written.source.column};
    if (isInside(project_root, folder)) {
      problem.message = "the external folder '" + printable(written.path) +
                        "' holds the project itself: name a folder inside of it";
      inputs.rules.problems.push_back(std::move(problem));
      continue;
    }
    if (!pathExists(folder)) {
      problem.message = "there is no folder '" + printable(written.path) + "'";
      problem.kind = ProblemKind::Warning;
      inputs.rules.problems.push_back(std::move(problem));
    }
    std::ranges::move(namesOf(folder), std::back_inserter(folders));
  }
  return folders;
}

void fillFrontend(Inputs& inputs, const std::string& project_root) {
  FrontendOptions& frontend = inputs.frontend;
  frontend.project_root = project_root;
  frontend.external_folders = externalFolders(project_root, inputs.database);
  std::ranges::move(configuredFolders(inputs, project_root), std::back_inserter(frontend.external_folders));
  frontend.match_expressions = matchExpressions(inputs.rules.catalog);
  for (const LibraryPack& pack : inputs.rules.catalog.packs) {
    std::ranges::copy(pack.external_namespaces, std::back_inserter(frontend.external_namespaces));
  }
}

} // namespace

Inputs readRules(const RunOptions& options) {
  Inputs inputs;
  inputs.places = placesOf(options);
  inputs.refused = missingPaths(inputs.places);
  if (!inputs.refused.empty()) { return inputs; }
  inputs.rules = loadRules(options.rule_paths);
  inputs.refused = checkRuleNames(inputs.rules.catalog, options.enabled, options.severities);
  return inputs;
}

void readProject(Inputs& inputs, const std::string& project_root) {
  readConfig(inputs, project_root);
  fillFrontend(inputs, project_root);
}

Inputs readInputs(const RunOptions& options) {
  Inputs inputs = readRules(options);
  if (!inputs.refused.empty()) { return inputs; }
  const auto load_database = [&] {
    return loadCompileDatabase(databaseOptions(options, inputs.places, inputs.rules.catalog));
  };
  inputs.database = load_database();
  if (inputs.database.path.empty()) {
    inputs.refused = inputs.database.problems;
    return inputs;
  }
  readProject(inputs, findProjectRoot(inputs.places.project_root, inputs.database));
  // The database says where the configuration is, and the configuration may have macros for its commands.
  if (!inputs.config.pack.defines.empty()) { inputs.database = load_database(); }
  return inputs;
}

CachedUnits takeAllUnits(const RunOptions& options, const Inputs& inputs, const ShowProgress& show) {
  const std::vector<CompileCommand>& commands = inputs.database.commands;
  TakeOptions take = planWorkers(options.jobs, options.memory_limit);
  take.unit_timeout = options.unit_timeout;
  if (show) {
    take.on_end = [&](size_t ended, const std::string& file) { show(ended, commands.size(), file); };
  }
  if (options.snapshots) {
    take.share = [&](PoolOptions& pool, const std::vector<CompileCommand>& parsed, const KeepUnit& keep) {
      shareHeaders(pool, parsed, inputs.frontend, keep);
    };
  }
  const UnitKeys keys(inputs.frontend);
  std::vector<Digest> of_units;
  of_units.reserve(commands.size());
  for (const CompileCommand& command : commands) {
    of_units.push_back(keys.of(command));
  }
  FactsCache cache(options.cache ? usualCacheFolder() : std::string(), inputs.frontend.project_root);
  const auto record = [&](const CompileCommand& command, LookUps& look_ups) {
    return takeFacts(command, inputs.frontend, options.cache ? &look_ups : nullptr);
  };
  return takeCachedUnits(commands, of_units, cache, record, take);
}

} // namespace nostall

#include "cli/inputs.h"

#include "cli/project.h"
#include "support/paths.h"
#include "support/text.h"

namespace nostall {

Places placesOf(const CheckOptions& options) {
  Places places;
  places.working_directory = workingDirectory();
  const auto meant = [&](const std::string& path) { return absolutePath(path, places.working_directory); };
  places.root = meant(options.root);
  if (!options.project_root.empty()) { places.project_root = meant(options.project_root); }
  for (const std::string& path : options.paths) {
    places.paths.push_back({path, namesOf(meant(path))});
  }
  return places;
}

Problems missingPaths(const Places& places) {
  Problems problems;
  for (const NamedPath& path : places.paths) {
    if (!path.typed.empty() && pathExists(path.names.front())) { continue; }
    problems.push_back({.message = "'" + printable(path.typed) + "' does not exist"});
  }
  if (!places.project_root.empty() && !pathExists(places.project_root)) {
    problems.push_back(
        {.message = "--project-root: '" + printable(places.project_root) + "' does not exist"});
  }
  return problems;
}

DatabaseOptions databaseOptions(const CheckOptions& options, const Places& places, const Catalog& catalog) {
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

FrontendOptions frontendOptions(const Places& places, const CompileDatabase& database,
                                const Catalog& catalog) {
  FrontendOptions frontend;
  frontend.project_root = findProjectRoot(places.project_root, database);
  frontend.external_folders = externalFolders(frontend.project_root, database);
  for (const LibraryPack& pack : catalog.packs) {
    const auto& claimed = pack.external_namespaces;
    frontend.external_namespaces.insert(frontend.external_namespaces.end(), claimed.begin(), claimed.end());
  }
  return frontend;
}

} // namespace nostall

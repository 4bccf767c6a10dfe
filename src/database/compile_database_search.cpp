#include "database/compile_database_search.h"

#include "support/paths.h"
#include "support/text.h"

#include <llvm/Support/FileSystem.h>

#include <algorithm>
#include <array>

namespace nostall {
namespace {

constexpr std::string_view database_name = "compile_commands.json";
/// What people call their build folders. Presets put theirs one or two levels deeper (out/build/debug).
constexpr std::array<std::string_view, 3> build_folders = {"build", "cmake-build-", "out"};
constexpr int deepest_build_folder = 2;

using Paths = std::vector<std::string>;

bool isFolder(const std::string& path) {
  return llvm::sys::fs::is_directory(path);
}

std::string join(const std::string& folder, std::string_view name) {
  return folder == "/" ? "/" + std::string(name) : folder + "/" + std::string(name);
}

std::string databaseIn(const std::string& folder) {
  std::string path = join(folder, database_name);
  return llvm::sys::fs::exists(path) && !isFolder(path) ? path : "";
}

Paths foldersIn(const std::string& folder) {
  Paths found;
  std::error_code error;
  for (llvm::sys::fs::directory_iterator entry(folder, error), end; !error && entry != end;
       entry.increment(error)) {
    if (isFolder(entry->path())) { found.push_back(entry->path()); }
  }
  std::sort(found.begin(), found.end());
  return found;
}

bool isBuildFolder(const std::string& path) {
  const std::string_view name = baseName(path);
  return std::any_of(build_folders.begin(), build_folders.end(),
                     [&](std::string_view prefix) { return name.starts_with(prefix); });
}

Paths databasesIn(const Paths& folders) {
  Paths found;
  for (const std::string& folder : folders) {
    if (std::string path = databaseIn(folder); !path.empty()) { found.push_back(std::move(path)); }
  }
  return found;
}

/// The databases in the build folders of `folder`, of the first level that has any.
Paths databasesBelow(const std::string& folder) {
  Paths level = foldersIn(folder);
  std::erase_if(level, [](const std::string& path) { return !isBuildFolder(path); });
  for (int depth = 0; depth <= deepest_build_folder && !level.empty(); ++depth) {
    Paths found = databasesIn(level);
    if (!found.empty()) { return found; }
    Paths next;
    for (const std::string& path : level) {
      const Paths below = foldersIn(path);
      next.insert(next.end(), below.begin(), below.end());
    }
    level = std::move(next);
  }
  return {};
}

Paths databasesOf(const std::string& folder) {
  if (std::string path = databaseIn(folder); !path.empty()) { return {path}; }
  return databasesBelow(folder);
}

Paths searchUpwards(std::string folder) {
  while (true) {
    Paths found = databasesOf(folder);
    if (!found.empty() || folder == "/" || folder == ".") { return found; }
    folder = parentPath(folder);
  }
}

Problem severalFound(const std::string& taken, const Paths& others) {
  Paths names;
  for (const std::string& other : others) {
    names.push_back(printable(other));
  }
  return {taken, 0, 0,
          "this compilation database was taken although there is also " + listed(names, "and") +
              ": choose one with -p DIR",
          ProblemKind::Warning};
}

Problem noneFound(const Paths& starts) {
  Paths names;
  for (const std::string& start : starts) {
    names.push_back(printable(start));
  }
  return {"", 0, 0,
          "no " + std::string(database_name) + " found in " + listed(names) +
              ", in the folders above or in their build folders. With CMake: cmake "
              "-DCMAKE_EXPORT_COMPILE_COMMANDS=ON ...; with make: bear -- make; or name the folder "
              "that holds one with -p DIR"};
}

DatabasePlace givenDatabase(const DatabaseOptions& options) {
  const std::string given = absolutePath(options.build_dir, options.working_directory);
  if (!llvm::sys::fs::exists(given)) {
    return {"", {{given, 0, 0, "the folder given with -p does not exist"}}};
  }
  if (!isFolder(given)) { return {given, {}}; }
  if (std::string path = databaseIn(given); !path.empty()) { return {path, {}}; }
  std::string message = "no " + std::string(database_name) + " in the folder given with -p";
  const Paths below = databasesBelow(given);
  message += below.empty() ? ": configure the build with -DCMAKE_EXPORT_COMPILE_COMMANDS=ON, or run "
                             "the build under bear"
                           : "; did you mean -p " + printable(parentPath(below.front())) + "?";
  return {"", {{given, 0, 0, std::move(message)}}};
}

} // namespace

DatabasePlace findDatabase(const DatabaseOptions& options) {
  if (!options.build_dir.empty()) { return givenDatabase(options); }
  Paths starts;
  for (const std::string& path : options.paths) {
    const std::string absolute = absolutePath(path, options.working_directory);
    starts.push_back(isFolder(absolute) ? absolute : parentPath(absolute));
  }
  if (starts.empty()) { starts.push_back(normalPath(options.working_directory)); }
  Paths found;
  for (const std::string& start : starts) {
    for (std::string& path : searchUpwards(start)) {
      if (std::find(found.begin(), found.end(), path) == found.end()) { found.push_back(std::move(path)); }
    }
  }
  if (found.empty()) {
    starts.erase(std::unique(starts.begin(), starts.end()), starts.end());
    return {"", {noneFound(starts)}};
  }
  DatabasePlace place{found.front(), {}};
  if (found.size() > 1) {
    place.problems.push_back(severalFound(found.front(), {found.begin() + 1, found.end()}));
  }
  return place;
}

} // namespace nostall

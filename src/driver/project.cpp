#include "driver/project.h"

#include "support/paths.h"

#include <sys/stat.h>

#include <algorithm>
#include <climits>
#include <cstdlib>
#include <fstream>
#include <optional>
#include <unistd.h>

namespace nostall {
namespace {

bool isSameFolder(const char* left, const char* right) {
  struct stat a = {};
  struct stat b = {};
  return stat(left, &a) == 0 && stat(right, &b) == 0 && a.st_dev == b.st_dev && a.st_ino == b.st_ino;
}

/// Without symbolic links; the path itself when it does not exist.
std::string realPath(const std::string& path) {
  char resolved[PATH_MAX];
  return realpath(path.c_str(), resolved) != nullptr ? resolved : path;
}

std::string joined(const std::string& folder, const std::string& name) {
  return folder == "/" ? "/" + name : folder + "/" + name;
}

constexpr const char* config_name = ".nostall.yaml";

bool hasConfig(const std::string& folder) {
  return pathExists(joined(folder, config_name));
}

bool isMarked(const std::string& folder) {
  return hasConfig(folder) || pathExists(joined(folder, ".git"));
}

/// The folder or the nearest one above it for which `holds`.
std::optional<std::string> nearestFolder(std::string folder, bool (*holds)(const std::string&)) {
  for (;; folder = parentPath(folder)) {
    if (holds(folder)) { return folder; }
    if (folder == "/" || folder == ".") { return std::nullopt; }
  }
}

std::optional<std::string> markedFolder(const std::string& folder) {
  return nearestFolder(folder, isMarked);
}

/// The source folder of the CMake build in `folder`.
std::optional<std::string> cmakeSource(const std::string& folder) {
  static constexpr std::string_view key = "CMAKE_HOME_DIRECTORY:INTERNAL=";
  std::ifstream cache(joined(folder, "CMakeCache.txt"));
  for (std::string line; std::getline(cache, line);) {
    if (line.starts_with(key)) { return normalPath(line.substr(key.size())); }
  }
  return std::nullopt;
}

std::string commonFolder(std::string folder, const std::string& path) {
  while (!isInside(path, folder)) {
    folder = parentPath(folder);
  }
  return folder;
}

std::optional<std::string> sharedByUnits(const CompileDatabase& database) {
  if (database.commands.empty()) { return std::nullopt; }
  std::string folder = parentPath(database.commands.front().file);
  for (const CompileCommand& command : database.commands) {
    folder = commonFolder(folder, command.file);
  }
  return folder;
}

std::string rootFor(const CompileDatabase& database) {
  std::string build = parentPath(database.path);
  if (const auto marked = markedFolder(build)) { return *marked; }
  if (const auto source = cmakeSource(build)) { return markedFolder(*source).value_or(*source); }
  const auto shared = sharedByUnits(database);
  if (!shared) { return build; }
  if (const auto marked = markedFolder(*shared)) { return *marked; }
  const std::string common = commonFolder(*shared, build);
  return common == "/" ? build : common;
}

/// "path = third_party/x" of .gitmodules.
std::optional<std::string> submodulePath(const std::string& line) {
  const size_t key = line.find_first_not_of(" \t");
  if (key == std::string::npos || line.compare(key, 4, "path") != 0) { return std::nullopt; }
  const size_t equals = line.find_first_not_of(" \t", key + 4);
  if (equals == std::string::npos || line[equals] != '=') { return std::nullopt; }
  const size_t begin = line.find_first_not_of(" \t", equals + 1);
  if (begin == std::string::npos) { return std::nullopt; }
  return line.substr(begin, line.find_last_not_of(" \t\r") + 1 - begin);
}

} // namespace

std::string workingDirectory() {
  const char* named = std::getenv("PWD");
  if (named != nullptr && named[0] == '/' && isSameFolder(named, ".")) { return normalPath(named); }
  char buffer[PATH_MAX];
  return getcwd(buffer, sizeof(buffer)) != nullptr ? buffer : "/";
}

bool pathExists(const std::string& path) {
  struct stat status = {};
  return stat(path.c_str(), &status) == 0;
}

bool isFolder(const std::string& path) {
  struct stat status = {};
  return stat(path.c_str(), &status) == 0 && S_ISDIR(status.st_mode);
}

std::string findConfig(const std::string& project_root) {
  const auto folder = nearestFolder(project_root, hasConfig);
  return folder ? joined(*folder, config_name) : std::string();
}

std::string findProjectRoot(const std::string& named, const CompileDatabase& database) {
  const std::string root = named.empty() ? rootFor(database) : named;
  const std::string real = realPath(root);
  return holdsAnyUnit(real, database) && !holdsAnyUnit(root, database) ? real : root;
}

std::string findProjectRootAbove(const std::string& named, const std::string& working_directory) {
  return named.empty() ? markedFolder(working_directory).value_or(working_directory) : named;
}

bool holdsAnyUnit(const std::string& project_root, const CompileDatabase& database) {
  return std::any_of(database.commands.begin(), database.commands.end(),
                     [&](const CompileCommand& command) { return isInside(command.file, project_root); });
}

std::vector<std::string> externalFolders(const std::string& project_root, const CompileDatabase& database) {
  std::vector<std::string> folders = {joined(parentPath(database.path), "_deps")};
  std::ifstream modules(joined(project_root, ".gitmodules"));
  for (std::string line; std::getline(modules, line);) {
    if (const auto path = submodulePath(line)) { folders.push_back(absolutePath(*path, project_root)); }
  }
  std::sort(folders.begin(), folders.end());
  folders.erase(std::unique(folders.begin(), folders.end()), folders.end());
  return folders;
}

PathPrinter::PathPrinter(std::string root) : root_(std::move(root)), real_root_(realPath(root_)) {}

std::string PathPrinter::print(const std::string& absolute) const {
  return relativeTo(absolute, isInside(absolute, root_) ? root_ : real_root_);
}

std::string PathPrinter::absolute(const std::string& printed) const {
  return absolutePath(printed, root_);
}

std::vector<std::string> namesOf(const std::string& path) {
  const std::string real = realPath(path);
  return real == path ? std::vector{path} : std::vector{path, real};
}

} // namespace nostall

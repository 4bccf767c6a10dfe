// Where things are: the project, what belongs to others, how paths are printed.
#pragma once

#include "database/compile_command.h"

#include <string>
#include <vector>

namespace nostall {

/// The working directory as the shell calls it ($PWD) when that is true, so that paths look as typed.
std::string workingDirectory();

bool pathExists(const std::string& path);
bool isFolder(const std::string& path);

/// .nostall.yaml in the folder or the nearest one above it that has one; empty when none has.
std::string findConfig(const std::string& project_root);

/// The folder whose code is the user's own. `named` (--project-root, absolute) goes first; else the
/// nearest folder that holds .nostall.yaml or .git, looked for
///   1. from the database's folder upwards,
///   2. from the folder CMake was given, when the database's folder is one of CMake's, which without such a
///      mark is the root itself,
///   3. from the folder that all units share, upwards;
/// else the folder that the database and all units share, and when that is "/" the database's own.
/// It never depends on the working directory. Of its names (symbolic links) the one that the units use.
std::string findProjectRoot(const std::string& named, const CompileDatabase& database);

/// Without a database: `named`, else the nearest folder that holds .nostall.yaml or .git from the working
/// directory upwards, else the working directory.
std::string findProjectRootAbove(const std::string& named, const std::string& working_directory);

bool holdsAnyUnit(const std::string& project_root, const CompileDatabase& database);

/// Folders inside the project whose code is not the project's: what CMake fetched, git submodules.
std::vector<std::string> externalFolders(const std::string& project_root, const CompileDatabase& database);

/// Prints paths relative to a folder.
class PathPrinter {
public:
  /// `root`: absolute.
  explicit PathPrinter(std::string root);

  /// Relative to the root, under any of its names; absolute outside of it.
  std::string print(const std::string& absolute) const;
  /// The way back.
  std::string absolute(const std::string& printed) const;

private:
  std::string root_;
  std::string real_root_; ///< without symbolic links
};

/// `path` and, when it differs, the same without symbolic links: a database may use either.
std::vector<std::string> namesOf(const std::string& path);

} // namespace nostall

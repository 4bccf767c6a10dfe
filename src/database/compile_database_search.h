// Where the compilation database of what the user named is.
#pragma once

#include "database/compile_command.h"
#include "support/problem.h"

#include <string>

namespace nostall {

struct DatabasePlace {
  std::string path;  ///< absolute; empty when there is none
  Problems problems; ///< why there is none, or that there were several
};

/// -p when given, else the nearest folder upwards from the paths (or the working directory) that holds a
/// database, itself or in a build folder. Reads only names of files.
DatabasePlace findDatabase(const DatabaseOptions& options);

} // namespace nostall

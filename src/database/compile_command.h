// The compilation database, read and translated into commands that this Clang can run.
#pragma once

#include "support/problem.h"

#include <string>
#include <utility>
#include <vector>

namespace nostall {

/// One translation unit, ready for Clang's driver.
struct CompileCommand {
  std::string file;      ///< absolute path of the main file
  std::string directory; ///< absolute working directory
  /// argv for clang++-19 with -fsyntax-only semantics: argv[0] names the driver, no -o, no -c, no output
  /// of any kind, no plugins; launchers and flags that Clang does not know are gone. Ends with "-x LANGUAGE
  /// -- FILE": more flags go in after argv[0].
  std::vector<std::string> arguments;
  /// What the object is linked into, as far as the database tells: "src/CMakeFiles/server.dir", relative
  /// to the database's folder; empty when it does not.
  std::string target;

  bool operator==(const CompileCommand&) const = default;
};

/// Units the database lists that cannot be analysed, and why.
struct RefusedUnit {
  std::string file;
  std::string reason; ///< one sentence
  /// false: the kind of unit is not ours (.S, .cu, .m): counted as skipped, not as failed.
  bool failed = true;
};

struct CompileDatabase {
  std::string path;                     ///< of compile_commands.json
  std::vector<CompileCommand> commands; ///< sorted by file, then arguments; equal ones once
  std::vector<RefusedUnit> refused;     ///< sorted by file
  Problems problems;                    ///< malformed entries, dropped flags (one note for each kind)
};

struct DatabaseOptions {
  /// -p: a folder that holds compile_commands.json, or that file. Empty: search upwards from `paths`
  /// and in build*/ folders on the way.
  std::string build_dir;
  std::vector<std::string> paths;        ///< what the user named; absolute
  std::string working_directory;         ///< absolute
  std::vector<std::string> query_driver; ///< globs of compilers that may be run to ask for include paths
  /// Macros from packs: name, value. Given to the C++ units whose language mode has coroutines and whose
  /// command neither defines nor undefines them.
  std::vector<std::pair<std::string, std::string>> defines;
};

/// Finds, reads and translates the database. `path` is empty when there is none; `problems` says why.
CompileDatabase loadCompileDatabase(const DatabaseOptions& options);

/// The command for one file that no database lists, as "clang++ FLAGS -c FILE" in `directory` (absolute)
/// would say it. `arguments` is empty when that is nothing to analyse (a header, assembly).
CompileCommand commandFor(const std::string& file, const std::vector<std::string>& flags,
                          const std::string& directory);

} // namespace nostall

// One entry of a database -> one command for Clang.
#pragma once

#include "database/compile_command.h"
#include "database/compile_command_check.h"
#include "database/compile_command_modules.h"
#include "database/compile_command_toolchain.h"
#include "database/compile_database_json.h"

#include <optional>
#include <string>
#include <vector>

namespace nostall {

/// Neither a command nor a refusal: the entry is no unit of the program (a precompiled header).
struct TranslatedEntry {
  std::optional<CompileCommand> command;
  std::optional<RefusedUnit> refused;
  std::vector<std::string> notes;         ///< sentences, for all units that share them
  std::vector<std::string> missing_files; ///< response files that could not be read
};

class EntryTranslator {
public:
  /// `database_directory` is what relative directories are meant in.
  EntryTranslator(const DatabaseOptions& options, std::string database_directory);

  TranslatedEntry translate(const DatabaseEntry& entry);

private:
  TranslatedEntry translateWords(const DatabaseEntry& entry, const CommandWords& command,
                                 bool has_module_map);
  bool settleModules(const CommandWords& command, TranslatedFlags& translated);

  const DatabaseOptions& options_;
  std::string database_directory_;
  Modules modules_;
  Toolchains toolchains_;
  FlagCheck check_;
};

} // namespace nostall

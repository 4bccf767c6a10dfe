#include "database/compile_command.h"
#include "database/compile_command_translate.h"
#include "database/compile_database_json.h"
#include "database/compile_database_search.h"
#include "support/paths.h"
#include "support/text.h"

#include <llvm/Support/FileSystem.h>
#include <llvm/Support/MemoryBuffer.h>

#include <algorithm>
#include <map>
#include <optional>
#include <tuple>

namespace nostall {
namespace {

/// Sentences that many units share, each told once with their number.
class Notes {
public:
  void add(const std::string& sentence) { ++counts_[sentence]; }

  void tell(const std::string& path, Problems& problems) const {
    for (const auto& [sentence, count] : counts_) {
      problems.push_back({path, 0, 0,
                          sentence + " (" + std::to_string(count) + (count == 1 ? " unit)" : " units)"),
                          ProblemKind::Warning});
    }
  }

private:
  std::map<std::string, size_t> counts_;
};

std::optional<RefusedUnit> missingFile(const std::string& file) {
  if (!llvm::sys::fs::exists(file)) {
    return RefusedUnit{file, "the file does not exist: if the build generates it, build once first"};
  }
  if (llvm::sys::fs::is_directory(file)) { return RefusedUnit{file, "it is a folder, not a source file"}; }
  return std::nullopt;
}

class DatabaseLoader {
public:
  DatabaseLoader(const DatabaseOptions& options, CompileDatabase& database)
      : database_(database), translator_(options, parentPath(database.path)) {}

  void load(const std::vector<DatabaseEntry>& entries) {
    for (const DatabaseEntry& entry : entries) {
      take(entry);
    }
    notes_.tell(database_.path, database_.problems);
    sortCommands();
    sortRefused();
  }

private:
  void take(const DatabaseEntry& entry) {
    TranslatedEntry translated = translator_.translate(entry);
    if (translated.command) { translated.refused = missingFile(translated.command->file); }
    if (translated.refused) {
      database_.refused.push_back(std::move(*translated.refused));
      return;
    }
    if (!translated.command) { return; }
    for (const std::string& note : translated.notes) {
      notes_.add(note);
    }
    for (const std::string& name : translated.missing_files) {
      database_.problems.push_back(
          {database_.path, entry.line, entry.column,
           "the response file " + printable(absolutePath(name, translated.command->directory)) +
               " does not exist, so the command for " + printable(translated.command->file) +
               " lacks flags: build once first"});
    }
    database_.commands.push_back(std::move(*translated.command));
  }

  void sortCommands() {
    auto& commands = database_.commands;
    std::sort(commands.begin(), commands.end(), [](const CompileCommand& left, const CompileCommand& right) {
      return std::tie(left.file, left.arguments, left.directory, left.target) <
             std::tie(right.file, right.arguments, right.directory, right.target);
    });
    commands.erase(std::unique(commands.begin(), commands.end()), commands.end());
  }

  void sortRefused() {
    auto& refused = database_.refused;
    const auto key = [](const RefusedUnit& unit) { return std::tie(unit.file, unit.reason, unit.failed); };
    std::sort(refused.begin(), refused.end(),
              [&](const RefusedUnit& left, const RefusedUnit& right) { return key(left) < key(right); });
    refused.erase(std::unique(refused.begin(), refused.end(),
                              [&](const RefusedUnit& left, const RefusedUnit& right) {
                                return key(left) == key(right);
                              }),
                  refused.end());
  }

  CompileDatabase& database_;
  EntryTranslator translator_;
  Notes notes_;
};

} // namespace

CompileDatabase loadCompileDatabase(const DatabaseOptions& options) {
  DatabasePlace place = findDatabase(options);
  CompileDatabase database;
  database.path = std::move(place.path);
  database.problems = std::move(place.problems);
  if (database.path.empty()) { return database; }
  const auto text = llvm::MemoryBuffer::getFile(database.path);
  if (!text) {
    database.problems.push_back({database.path, 0, 0, "cannot be read: " + text.getError().message()});
    database.path.clear();
    return database;
  }
  DatabaseText read = readDatabaseText((*text)->getBuffer(), database.path);
  database.problems.insert(database.problems.end(), read.problems.begin(), read.problems.end());
  if (read.entries.empty() && read.problems.empty()) {
    database.problems.push_back(
        {database.path, 0, 0, "the compilation database lists no units: configure the build again"});
  }
  DatabaseLoader(options, database).load(read.entries);
  return database;
}

} // namespace nostall

#include "cache/facts_file.h"
#include "cache/portable_facts.h"
#include "cache/whole_file.h"
#include "cli/cli.h"
#include "cli/commands.h"
#include "cli/messages.h"
#include "cli/old_findings.h"
#include "cli/report_writer.h"
#include "driver/inputs.h"
#include "driver/report_units.h"
#include "driver/unit_keys.h"
#include "support/paths.h"
#include "support/text.h"

#include <map>
#include <optional>
#include <string_view>

namespace nostall {
namespace {

struct NamedFile {
  std::string name; ///< as typed
  std::string bytes;
  FactsFile content; ///< refers to `bytes`
};

/// The file's content, or why there is none.
std::string readInto(NamedFile& file, const ProjectPlaces& places, const std::string& project_root) {
  const std::string quoted = "'" + printable(file.name) + "'";
  auto bytes = readWholeFile(absolutePath(file.name, places.working_directory));
  if (!bytes) { return quoted + " cannot be read"; }
  file.bytes = std::move(*bytes);
  const auto version = factsFileVersion(file.bytes);
  if (!version) { return quoted + " holds no facts: 'nostall facts -o FILE' makes such files"; }
  if (*version != factsVersion()) {
    return quoted + " was made by another version of nostall: make it again with this one";
  }
  auto content = decodeFactsFile(file.bytes, project_root);
  if (!content) { return quoted + " is damaged: make it again"; }
  file.content = std::move(*content);
  return {};
}

/// Why the files cannot be joined.
std::string disagreement(const std::vector<NamedFile>& files) {
  const FactsFile& first = files.front().content;
  for (const NamedFile& file : files) {
    const FactsFile& other = file.content;
    if (other.database == first.database && other.unit_count == first.unit_count &&
        other.refused == first.refused) {
      continue;
    }
    return "'" + printable(file.name) + "' and '" + printable(files.front().name) +
           "' were made of different compilation databases: make both again";
  }
  return {};
}

std::vector<NamedFile> readFiles(const LinkOptions& options, const ProjectPlaces& places,
                                 const std::string& project_root, Problems& refused) {
  std::vector<NamedFile> files(options.files.size());
  for (size_t i = 0; i < files.size(); ++i) {
    files[i].name = options.files[i];
    const std::string failure = readInto(files[i], places, project_root);
    if (!failure.empty()) { refused.push_back({.message = failure}); }
  }
  if (!refused.empty()) { return files; }
  if (const std::string failure = disagreement(files); !failure.empty()) {
    refused.push_back({.message = failure});
  }
  return files;
}

/// The database as far as the files tell.
CompileDatabase databaseOf(const FactsFile& file) {
  CompileDatabase database;
  database.path = file.database;
  database.problems = file.problems;
  for (const FactsFile::Refused& unit : file.refused) {
    database.refused.push_back({unit.file, unit.reason, unit.failed});
  }
  return database;
}

void compareSettings(const std::vector<NamedFile>& files, Inputs& inputs) {
  const std::string expected = settingsName(inputs.frontend, inputs.rules.catalog);
  for (const NamedFile& file : files) {
    if (file.content.settings == expected) { continue; }
    inputs.database.problems.push_back(
        {.file = file.name,
         .message = "was made with other rules or another configuration than this run has, which may change "
                    "what is found: make it again with the same --rules and --config",
         .kind = ProblemKind::Warning});
  }
}

/// The units of all files in the order of the database, each once. Nothing when one is damaged.
std::optional<std::vector<UnitFacts>> unitsOf(const std::vector<NamedFile>& files, Inputs& inputs) {
  std::map<uint64_t, std::string_view> by_number;
  for (const NamedFile& file : files) {
    for (const FactsFile::Unit& unit : file.content.units) {
      by_number.emplace(unit.number, unit.facts);
    }
  }
  std::vector<UnitFacts> units;
  for (const auto& [number, bytes] : by_number) {
    auto facts = decodePortable(bytes, inputs.frontend.project_root);
    if (!facts) { return std::nullopt; }
    CompileCommand& command = inputs.database.commands.emplace_back();
    command.file = facts->symbols.text(facts->path);
    command.target = facts->symbols.text(facts->target);
    units.push_back(std::move(*facts));
  }
  const uint64_t all = files.front().content.unit_count;
  if (units.size() < all) {
    inputs.database.problems.push_back(
        {.file = inputs.database.path,
         .message = std::to_string(all - units.size()) + " of " + std::to_string(all) +
                    " units are in none of these files: what they do is not known"});
  }
  return units;
}

} // namespace

int linkFacts(const LinkOptions& options) {
  Inputs inputs = readRules(options.check);
  if (!inputs.refused.empty()) { return complain(inputs.refused); }
  const std::string project_root =
      findProjectRootAbove(inputs.places.project_root, inputs.places.working_directory);
  const std::vector<NamedFile> files = readFiles(options, inputs.places, project_root, inputs.refused);
  if (!inputs.refused.empty()) { return complain(inputs.refused); }
  inputs.database = databaseOf(files.front().content);
  readProject(inputs, project_root);
  compareSettings(files, inputs);
  auto units = unitsOf(files, inputs);
  if (!units) { return complain("the facts of a unit are damaged: make the files again"); }
  const PathPrinter paths(inputs.places.root);
  const OldFindings old = readOldFindings(options.check, inputs);
  if (old.ended) { return *old.ended; }
  CheckResult result = checkUnits(options.check, inputs, paths, std::move(*units), /*cached=*/0);
  useOldFindings(options.check, old, result);
  return writeReport(options.check, std::move(result), paths);
}

} // namespace nostall

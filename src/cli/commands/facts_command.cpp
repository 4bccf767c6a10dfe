#include "cache/facts_file.h"
#include "cache/portable_facts.h"
#include "cli/cli.h"
#include "cli/commands.h"
#include "cli/messages.h"
#include "cli/output.h"
#include "cli/shown_units.h"
#include "driver/inputs.h"
#include "driver/unit_keys.h"
#include "report/text/facts_text.h"
#include "support/paths.h"
#include "support/text.h"
#include "support/write_file.h"

#include <algorithm>
#include <deque>

namespace nostall {
namespace {

/// Those of the database's units that the user named, or all.
struct Selection {
  std::vector<uint64_t> numbers; ///< in the database
  uint64_t of = 0;
};

Selection selectUnits(Inputs& inputs) {
  std::vector<CompileCommand>& commands = inputs.database.commands;
  const auto is_named = [&](const CompileCommand& command) {
    return inputs.places.paths.empty() ||
           std::any_of(inputs.places.paths.begin(), inputs.places.paths.end(), [&](const NamedPath& path) {
             return std::any_of(path.names.begin(), path.names.end(),
                                [&](const std::string& name) { return isInside(command.file, name); });
           });
  };
  Selection selection{.of = commands.size()};
  std::vector<CompileCommand> selected;
  for (size_t i = 0; i < commands.size(); ++i) {
    if (!is_named(commands[i])) { continue; }
    selection.numbers.push_back(i);
    selected.push_back(std::move(commands[i]));
  }
  commands = std::move(selected);
  return selection;
}

FactsFile describe(const Inputs& inputs, uint64_t unit_count) {
  FactsFile file;
  file.settings = settingsName(inputs.frontend, inputs.rules.catalog);
  file.database = inputs.database.path;
  file.unit_count = unit_count;
  file.problems = inputs.database.problems;
  for (const RefusedUnit& unit : inputs.database.refused) {
    file.refused.push_back({unit.file, unit.reason, unit.failed});
  }
  return file;
}

int writeFacts(const FactsOptions& options, const Inputs& inputs, const Selection& selection,
               std::vector<UnitFacts> units) {
  const std::string& root = inputs.frontend.project_root;
  FactsFile file = describe(inputs, selection.of);
  std::deque<std::string> encoded; // the file refers to it
  for (size_t i = 0; i < units.size(); ++i) {
    encoded.push_back(encodePortable(std::move(units[i]), root));
    file.units.push_back({selection.numbers[i], encoded.back()});
  }
  const auto failure = writeFile(options.check.output, encodeFactsFile(file, factsVersion(), root));
  return failure ? complain(*failure) : exit_clean;
}

int printUnits(const std::vector<UnitFacts>& units) {
  std::string text;
  for (const UnitFacts& unit : units) {
    text += factsText(unit);
  }
  return print(text);
}

} // namespace

int takeFactsOnly(const FactsOptions& options) {
  if (options.check.output.empty() && !options.print) {
    return complain("say where the facts go, as in 'nostall facts -o net.facts src/net'");
  }
  Inputs inputs = readInputs(options.check);
  if (!inputs.refused.empty()) { return complain(inputs.refused); }
  const Selection selection = selectUnits(inputs);
  if (selection.numbers.empty()) {
    return complain("no such unit in '" + printable(inputs.database.path) + "'");
  }
  const PathPrinter paths(inputs.places.root);
  CachedUnits units = takeUnitsShown(options.check, inputs, paths);
  if (units.taken.interrupted_by != 0) { return exit_signal + units.taken.interrupted_by; }
  if (options.print) { return printUnits(units.taken.units); }
  const int written = writeFacts(options, inputs, selection, std::move(units.taken.units));
  return inputs.rules.problems.empty() ? written : complain(inputs.rules.problems);
}

} // namespace nostall

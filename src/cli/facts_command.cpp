#include "cli/commands.h"
#include "cli/facts_text.h"
#include "cli/inputs.h"
#include "cli/messages.h"
#include "cli/take_units.h"
#include "support/text.h"

#include <algorithm>

namespace nostall {

int printFacts(const CheckOptions& options) {
  Inputs inputs = readInputs(options);
  if (!inputs.refused.empty()) { return complain(inputs.refused); }
  CompileDatabase& database = inputs.database;
  const auto is_named = [&](const CompileCommand& command) {
    return std::any_of(inputs.places.paths.begin(), inputs.places.paths.end(), [&](const NamedPath& path) {
      return std::find(path.names.begin(), path.names.end(), command.file) != path.names.end();
    });
  };
  std::erase_if(database.commands, [&](const CompileCommand& command) { return !is_named(command); });
  if (database.commands.empty()) { return complain("no such unit in '" + printable(database.path) + "'"); }
  const TakenUnits taken =
      takeUnits(database.commands,
                [&](const CompileCommand& command) { return takeFacts(command, inputs.frontend); }, {});
  std::string text;
  for (const UnitFacts& unit : taken.units) {
    text += factsText(unit);
  }
  return print(text);
}

} // namespace nostall

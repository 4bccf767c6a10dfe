#include "cli/cli.h"

#include "cli/command_line.h"
#include "cli/commands.h"
#include "cli/messages.h"
#include "cli/output.h"

#include <exception>

namespace nostall {
namespace {

int runCommand(const CommandLine& line) {
  switch (line.command) {
  case Command::Check: return check(line.check);
  case Command::Rules: return line.rules.test_folder.empty() ? listRules(line.rules) : testRules(line.rules);
  case Command::Explain: return explainRule(line.explain);
  case Command::Why: return why(line.why);
  case Command::CacheInfo: return showCache();
  case Command::CacheClear: return clearCache();
  case Command::Version: return printVersion();
  case Command::Facts: return takeFactsOnly(line.facts);
  case Command::Link: return linkFacts(line.link);
  case Command::None: break;
  }
  writeMessage(line.error);
  if (!line.error.empty()) { return exit_failure; }
  return print(line.text);
}

} // namespace

int run(int argc, const char* const* argv) {
  prepareStreams();
  try {
    return runCommand(parseCommandLine({argv + 1, argv + argc}));
  } catch (const std::exception& error) {
    // No path is known that leads here; it would be a bug worth a report.
    return complain(std::string("internal error: ") + error.what());
  }
}

} // namespace nostall

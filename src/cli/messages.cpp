#include "cli/messages.h"

#include "cli/cli.h"
#include "cli/output.h"

namespace nostall {

int complain(const std::string& sentence) {
  writeMessage("nostall: " + sentence + "\n");
  return exit_failure;
}

int complain(const Problems& problems) {
  for (const Problem& problem : problems) {
    complain(toString(problem));
  }
  return exit_failure;
}

int print(const std::string& text) {
  if (const auto failure = writeStandardOutput(text)) { return complain(*failure); }
  return exit_clean;
}

} // namespace nostall

#include "cli/terminal.h"

#include <cstdlib>
#include <string_view>
#include <unistd.h>

namespace nostall {

bool wantsColor(ColorMode mode) {
  if (mode != ColorMode::Auto) { return mode == ColorMode::Always; }
  const char* refused = std::getenv("NO_COLOR");
  if (refused != nullptr && refused[0] != '\0') { return false; }
  const char* terminal = std::getenv("TERM");
  return isatty(STDOUT_FILENO) != 0 && terminal != nullptr && std::string_view(terminal) != "dumb";
}

} // namespace nostall

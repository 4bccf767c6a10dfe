#include "cli/terminal.h"

#include <sys/ioctl.h>

#include <charconv>
#include <cstdlib>
#include <cstring>
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

std::optional<size_t> terminalColumns() {
  if (const char* said = std::getenv("COLUMNS"); said != nullptr) {
    size_t columns = 0;
    const char* end = said + std::strlen(said);
    const auto [rest, error] = std::from_chars(said, end, columns);
    if (error == std::errc() && rest == end && columns > 0) { return columns; }
  }
  winsize size = {};
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) { return size.ws_col; }
  return std::nullopt;
}

} // namespace nostall

#include "cli/progress.h"

#include "cli/output.h"
#include "support/text.h"

#include <sys/ioctl.h>

#include <cstdlib>
#include <string_view>
#include <unistd.h>

namespace nostall {
namespace {

constexpr const char* start_of_empty_line = "\r\x1b[K";

size_t terminalColumns() {
  winsize size = {};
  const bool known = ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0;
  return known ? size.ws_col : 80;
}

bool canEraseLines() {
  const char* terminal = std::getenv("TERM");
  return isatty(STDERR_FILENO) != 0 && terminal != nullptr && std::string_view(terminal) != "dumb";
}

} // namespace

Progress::Progress(bool wanted) : enabled_(wanted && canEraseLines()) {}

Progress::~Progress() {
  clear();
}

void Progress::show(size_t ended, size_t total, const std::string& what) {
  if (!enabled_) { return; }
  // The last column stays free: some terminals begin a new line when it is filled.
  writeMessage(start_of_empty_line + progressLine(ended, total, what, terminalColumns() - 1));
  shown_ = true;
}

void Progress::clear() {
  if (shown_) { writeMessage(start_of_empty_line); }
  shown_ = false;
}

std::string progressLine(size_t ended, size_t total, const std::string& what, size_t columns) {
  const std::string count = "[" + std::to_string(ended) + "/" + std::to_string(total) + "] ";
  std::string name = printable(what);
  if (count.size() + name.size() <= columns) { return count + name; }
  if (count.size() + 3 >= columns) { return count.substr(0, columns); }
  // The end of a path says more than its beginning.
  name = name.substr(name.size() - (columns - count.size() - 3));
  while (!name.empty() && (static_cast<unsigned char>(name.front()) & 0xC0U) == 0x80U) {
    name.erase(0, 1);
  }
  return count + "..." + name;
}

} // namespace nostall

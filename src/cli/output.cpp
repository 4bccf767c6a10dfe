#include "cli/output.h"

#include "cli/cli.h"
#include "support/write_file.h"

#include <cerrno>
#include <csignal>
#include <cstring>
#include <fcntl.h>
#include <unistd.h>
#include <utility>

namespace nostall {
namespace {

constexpr int ending_signals[] = {SIGINT, SIGTERM, SIGHUP};

void endBySignal(int number) {
  removeUnfinishedFile();
  _exit(exit_signal + number);
}

void catchEndingSignals() {
  for (const int number : ending_signals) {
    struct sigaction before = {};
    sigaction(number, nullptr, &before);
    if (before.sa_handler == SIG_IGN) { continue; }
    struct sigaction action = {};
    action.sa_handler = endBySignal;
    sigaction(number, &action, nullptr);
  }
}

} // namespace

void prepareStreams() {
  // Opened the wrong way round on purpose: using a stream that was closed goes on to fail.
  for (const auto& [stream, mode] :
       {std::pair{STDIN_FILENO, O_WRONLY}, {STDOUT_FILENO, O_RDONLY}, {STDERR_FILENO, O_RDONLY}}) {
    if (fcntl(stream, F_GETFD) < 0 && errno == EBADF) { (void)!open("/dev/null", mode); }
  }
  signal(SIGPIPE, SIG_IGN);
  catchEndingSignals();
}

std::optional<std::string> writeStandardOutput(const std::string& bytes) {
  if (writeAll(STDOUT_FILENO, bytes) || errno == EPIPE) { return std::nullopt; }
  return std::string("cannot write to standard output: ") + std::strerror(errno);
}

void writeMessage(const std::string& text) {
  writeAll(STDERR_FILENO, text);
}

} // namespace nostall

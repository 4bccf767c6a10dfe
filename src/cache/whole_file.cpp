#include "cache/whole_file.h"

#include <sys/stat.h>

#include <cerrno>
#include <fcntl.h>
#include <unistd.h>

namespace nostall {
namespace {

std::optional<std::string> readWhole(int file) {
  struct stat status = {};
  if (fstat(file, &status) != 0 || !S_ISREG(status.st_mode)) { return std::nullopt; }
  std::string bytes(static_cast<size_t>(status.st_size), '\0');
  size_t done = 0;
  while (done < bytes.size()) {
    const ssize_t size = read(file, bytes.data() + done, bytes.size() - done);
    if (size < 0 && errno == EINTR) { continue; }
    if (size < 0) { return std::nullopt; }
    if (size == 0) { break; } // it was cut short since
    done += static_cast<size_t>(size);
  }
  bytes.resize(done);
  return bytes;
}

} // namespace

std::optional<std::string> readWholeFile(const std::string& path) {
  const int file = open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK);
  if (file < 0) { return std::nullopt; }
  auto bytes = readWhole(file);
  close(file);
  return bytes;
}

} // namespace nostall

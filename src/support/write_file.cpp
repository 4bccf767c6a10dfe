#include "support/write_file.h"

#include "support/paths.h"
#include "support/text.h"

#include <sys/stat.h>

#include <cerrno>
#include <climits>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <unistd.h>
#include <utility>

namespace nostall {

bool writeAll(int file, const std::string& bytes) {
  for (size_t done = 0; done < bytes.size();) {
    const ssize_t size = write(file, bytes.data() + done, bytes.size() - done);
    if (size < 0 && errno == EINTR) { continue; }
    if (size < 0) { return false; }
    done += static_cast<size_t>(size);
  }
  return true;
}

namespace {

// The file that is half written. A signal handler sees nothing but globals.
// NOLINTBEGIN(cppcoreguidelines-avoid-non-const-global-variables)
char unfinished_file[PATH_MAX] = "";
volatile std::sig_atomic_t has_unfinished_file = 0;
// NOLINTEND(cppcoreguidelines-avoid-non-const-global-variables)

std::string cannotWrite(const std::string& path) {
  return "cannot write '" + printable(path) + "': " + std::strerror(errno);
}

/// Symbolic links lead to the file that is meant.
std::string targetOf(const std::string& path) {
  char resolved[PATH_MAX];
  return realpath(path.c_str(), resolved) != nullptr ? resolved : path;
}

/// Into what is no ordinary file.
std::optional<std::string> writeDirectly(const std::string& path, const std::string& bytes) {
  const int file = open(path.c_str(), O_WRONLY | O_CLOEXEC);
  if (file < 0) { return cannotWrite(path); }
  const bool written = writeAll(file, bytes) || errno == EPIPE;
  const auto problem = written ? std::nullopt : std::optional(cannotWrite(path));
  close(file);
  return problem;
}

/// The rights that a file gets which nobody said anything about.
mode_t usualMode() {
  const mode_t mask = umask(0);
  umask(mask);
  return 0666 & ~mask;
}

class TemporaryFile {
public:
  /// Beside `target`, because a rename cannot cross file systems.
  explicit TemporaryFile(const std::string& target) {
    path_ = parentPath(target) + "/.nostall-report-XXXXXX";
    if (path_.size() >= sizeof(unfinished_file)) {
      errno = ENAMETOOLONG;
      return;
    }
    file_ = mkostemp(path_.data(), O_CLOEXEC);
    if (file_ < 0) { return; }
    std::memcpy(unfinished_file, path_.c_str(), path_.size() + 1);
    has_unfinished_file = 1;
  }
  ~TemporaryFile() {
    if (file_ >= 0) { close(file_); }
    if (has_unfinished_file != 0) { unlink(path_.c_str()); }
    has_unfinished_file = 0;
  }
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;

  /// These set errno when they fail.
  bool write(const std::string& bytes, mode_t mode) {
    return file_ >= 0 && writeAll(file_, bytes) && fchmod(file_, mode) == 0;
  }
  bool moveTo(const std::string& target) {
    const int file = std::exchange(file_, -1);
    if (close(file) != 0 || rename(path_.c_str(), target.c_str()) != 0) { return false; }
    has_unfinished_file = 0;
    return true;
  }

private:
  std::string path_;
  int file_ = -1;
};

} // namespace

std::optional<std::string> writeFile(const std::string& path, const std::string& bytes) {
  const std::string target = targetOf(path);
  struct stat status = {};
  const bool exists = stat(target.c_str(), &status) == 0;
  if (exists && !S_ISREG(status.st_mode)) { return writeDirectly(path, bytes); }
  // Replacing needs rights on the folder only; a file that is protected stays.
  if (exists && access(target.c_str(), W_OK) != 0) { return cannotWrite(path); }
  TemporaryFile temporary(target);
  const mode_t mode = exists ? status.st_mode & 07777 : usualMode();
  if (!temporary.write(bytes, mode) || !temporary.moveTo(target)) { return cannotWrite(path); }
  return std::nullopt;
}

void removeUnfinishedFile() {
  if (has_unfinished_file != 0) { unlink(unfinished_file); }
}

} // namespace nostall

#include "cache/cache_folder.h"

#include "cache/file_states.h"
#include "cache/whole_file.h"

#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <cstdlib>
#include <cstring>
#include <dirent.h>
#include <fcntl.h>
#include <tuple>
#include <unistd.h>

namespace nostall {
namespace {

constexpr int64_t second = 1'000'000'000;
constexpr int64_t an_hour = 3600 * second;
constexpr std::string_view temporary_prefix = "writing-";
constexpr std::string_view tag_name = "CACHEDIR.TAG";
constexpr std::string_view tag_text = "Signature: 8a477f597d28d172789f06886806bc55\n"
                                      "# This folder holds what nostall can make again.\n";

struct Entry {
  int64_t used = 0; ///< nanoseconds since 1970
  uint64_t size = 0;
  std::string path;
};

std::vector<std::string> namesIn(const std::string& folder) {
  std::vector<std::string> names;
  DIR* opened = opendir(folder.c_str());
  if (opened == nullptr) { return names; }
  while (const dirent* entry = readdir(opened)) {
    names.emplace_back(entry->d_name);
  }
  closedir(opened);
  return names;
}

bool isHex(std::string_view name) {
  return !name.empty() && name.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

/// "ab", in which "abcdef..." is kept as "cdef...".
bool isShelf(std::string_view name) {
  return name.size() == 2 && isHex(name);
}

std::vector<std::string> shelvesIn(const std::string& folder) {
  std::vector<std::string> shelves;
  for (const std::string& name : namesIn(folder)) {
    if (isShelf(name)) { shelves.push_back(folder + "/" + name); }
  }
  return shelves;
}

struct Content {
  std::vector<Entry> kept;
  std::vector<Entry> temporary;
};

/// Only what looks like ours: the user may have named a folder that holds other things too.
Content contentOf(const std::string& folder) {
  Content content;
  for (const std::string& shelf : shelvesIn(folder)) {
    for (const std::string& name : namesIn(shelf)) {
      const bool temporary = name.starts_with(temporary_prefix);
      const std::string path = shelf + "/" + name;
      struct stat status = {};
      if ((!temporary && !isHex(name)) || lstat(path.c_str(), &status) != 0) { continue; }
      const int64_t used = status.st_mtim.tv_sec * second + status.st_mtim.tv_nsec;
      auto& list = temporary ? content.temporary : content.kept;
      list.push_back({used, static_cast<uint64_t>(status.st_size), path});
    }
  }
  return content;
}

bool makeFolders(const std::string& path) {
  struct stat status = {};
  if (stat(path.c_str(), &status) == 0) { return true; }
  const size_t slash = path.rfind('/');
  if (slash != 0 && slash != std::string::npos && !makeFolders(path.substr(0, slash))) { return false; }
  return mkdir(path.c_str(), 0700) == 0 || errno == EEXIST;
}

bool writeAll(int file, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t size = write(file, bytes.data(), bytes.size());
    if (size < 0 && errno == EINTR) { continue; }
    if (size < 0) { return false; }
    bytes.remove_prefix(static_cast<size_t>(size));
  }
  return true;
}

/// Beside `path` first, then in its place.
bool writeInOneStep(const std::string& folder, const std::string& path, std::string_view bytes) {
  std::string temporary = folder + "/" + std::string(temporary_prefix) + "XXXXXX";
  const int file = mkostemp(temporary.data(), O_CLOEXEC);
  if (file < 0) { return false; }
  const bool written = writeAll(file, bytes);
  const int error = errno;
  const bool closed = close(file) == 0;
  if (written && closed && rename(temporary.c_str(), path.c_str()) == 0) { return true; }
  const int failure = written ? errno : error;
  unlink(temporary.c_str());
  errno = failure;
  return false;
}

std::string shelfOf(const std::string& folder, const std::string& name) {
  return folder + "/" + name.substr(0, 2);
}

} // namespace

std::string usualCacheFolder() {
  const auto set = [](const char* name) -> std::string {
    const char* value = std::getenv(name);
    return value != nullptr ? value : "";
  };
  if (const std::string own = set("NOSTALL_CACHE"); !own.empty()) { return own; }
  // The specification of these folders says that relative ones do not count.
  if (const std::string all = set("XDG_CACHE_HOME"); all.starts_with('/')) { return all + "/nostall"; }
  const std::string home = set("HOME");
  return home.starts_with('/') ? home + "/.cache/nostall" : "";
}

uint64_t usualCacheLimit() {
  constexpr uint64_t megabyte = uint64_t{1} << 20U;
  const char* value = std::getenv("NOSTALL_CACHE_LIMIT");
  uint64_t megabytes = 2048;
  if (value != nullptr) { (void)std::from_chars(value, value + std::strlen(value), megabytes); }
  return std::min(megabytes, UINT64_MAX / megabyte) * megabyte;
}

std::string CacheFolder::pathOf(const std::string& name) const {
  return shelfOf(path_, name) + "/" + name.substr(2);
}

std::optional<std::string> CacheFolder::read(const std::string& name) const {
  if (path_.empty()) { return std::nullopt; }
  const std::string path = pathOf(name);
  auto bytes = readWholeFile(path);
  if (!bytes) { return bytes; }
  struct stat status = {};
  // To the hour: order of use needs no more, and reading should write as little as possible.
  if (stat(path.c_str(), &status) == 0 && timeNow() - status.st_mtim.tv_sec * second > an_hour) {
    (void)utimensat(AT_FDCWD, path.c_str(), nullptr, 0);
  }
  return bytes;
}

bool CacheFolder::write(const std::string& name, std::string_view bytes) const {
  if (path_.empty()) { return true; }
  const std::string shelf = shelfOf(path_, name);
  const std::string path = pathOf(name);
  if (writeInOneStep(shelf, path, bytes)) { return true; }
  if (errno != ENOENT || !makeFolders(shelf)) { return false; }
  const std::string tag = path_ + "/" + std::string(tag_name);
  if (access(tag.c_str(), F_OK) != 0) { (void)writeInOneStep(path_, tag, tag_text); }
  return writeInOneStep(shelf, path, bytes);
}

CacheUse CacheFolder::use() const {
  CacheUse use;
  for (const Entry& entry : contentOf(path_).kept) {
    ++use.files;
    use.bytes += entry.size;
  }
  return use;
}

void CacheFolder::trim(uint64_t limit) const {
  Content content = contentOf(path_);
  const int64_t now = timeNow();
  for (const Entry& entry : content.temporary) {
    if (now - entry.used > an_hour) { unlink(entry.path.c_str()); }
  }
  uint64_t bytes = 0;
  for (const Entry& entry : content.kept) {
    bytes += entry.size;
  }
  if (bytes <= limit) { return; }
  std::sort(content.kept.begin(), content.kept.end(), [](const Entry& left, const Entry& right) {
    return std::tie(left.used, left.path) < std::tie(right.used, right.path);
  });
  // A little more than needed, so that not every run has to.
  const uint64_t wanted = limit - limit / 10;
  for (const Entry& entry : content.kept) {
    if (bytes <= wanted) { break; }
    if (unlink(entry.path.c_str()) == 0) { bytes -= entry.size; }
  }
}

bool CacheFolder::clear() const {
  int error = 0;
  const auto remove = [&](bool removed) {
    if (!removed && errno != ENOENT) { error = errno; }
  };
  const Content content = contentOf(path_);
  for (const auto* entries : {&content.kept, &content.temporary}) {
    for (const Entry& entry : *entries) {
      remove(unlink(entry.path.c_str()) == 0);
    }
  }
  for (const std::string& shelf : shelvesIn(path_)) {
    (void)rmdir(shelf.c_str()); // it may hold what is not ours
  }
  remove(unlink((path_ + "/" + std::string(tag_name)).c_str()) == 0);
  (void)rmdir(path_.c_str());
  errno = error;
  return error == 0;
}

} // namespace nostall

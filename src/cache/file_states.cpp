#include "cache/file_states.h"

#include "cache/whole_file.h"
#include "support/checksum.h"

#include <sys/stat.h>

#include <algorithm>
#include <chrono>
#include <dirent.h>
#include <iterator>
#include <string_view>
#include <vector>

namespace nostall {
namespace {

int64_t nanoseconds(const timespec& time) {
  return static_cast<int64_t>(time.tv_sec) * 1'000'000'000 + time.tv_nsec;
}

uint64_t stampOf(const struct stat& status) {
  const uint64_t words[] = {static_cast<uint64_t>(status.st_size), static_cast<uint64_t>(status.st_ino),
                            static_cast<uint64_t>(nanoseconds(status.st_mtim)),
                            static_cast<uint64_t>(nanoseconds(status.st_ctim))};
  return checksum({reinterpret_cast<const char*>(words), sizeof(words)});
}

std::optional<uint64_t> folderContent(const std::string& path) {
  DIR* folder = opendir(path.c_str());
  if (folder == nullptr) { return std::nullopt; }
  std::vector<std::string> names;
  while (const dirent* entry = readdir(folder)) {
    const std::string_view name = entry->d_name;
    if (name != "." && name != "..") { names.emplace_back(name); }
  }
  closedir(folder);
  return listingChecksum(std::move(names));
}

std::optional<uint64_t> fileContent(const std::string& path) {
  const auto bytes = readWholeFile(path);
  return bytes ? std::optional(checksum(*bytes)) : std::nullopt;
}

} // namespace

const FileState& FileStates::of(const std::string& path) {
  return known(path).state;
}

std::optional<uint64_t> FileStates::contentOf(const std::string& path) {
  Known& file = known(path);
  if (!file.state.exists) { return std::nullopt; }
  if (!file.is_read) {
    file.is_read = true;
    file.content = file.is_folder ? folderContent(path) : fileContent(path);
  }
  return file.content;
}

FileStates::Known& FileStates::known(const std::string& path) {
  const auto [entry, added] = known_.try_emplace(path);
  Known& file = entry->second;
  struct stat status = {};
  if (added && stat(path.c_str(), &status) == 0) {
    file.is_folder = S_ISDIR(status.st_mode);
    file.state = {.exists = true,
                  .stamp = stampOf(status),
                  .changed = std::max(nanoseconds(status.st_mtim), nanoseconds(status.st_ctim))};
  }
  return file;
}

int64_t timeNow() {
  timespec now = {};
  clock_gettime(CLOCK_REALTIME, &now);
  return nanoseconds(now);
}

} // namespace nostall

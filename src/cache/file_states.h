// What the disk holds now. Each path is asked about once a run, however many units look at it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>

namespace nostall {

struct FileState {
  bool exists = false;
  /// Differs when the file may differ: made of size, times and inode. A file that is restored from
  /// elsewhere has another stamp and the same content.
  uint64_t stamp = 0;
  int64_t changed = 0; ///< nanoseconds since 1970: the last change of its content or of what is said of it
};

class FileStates {
public:
  const FileState& of(const std::string& path);

  /// The checksum of the file's bytes, of the folder's names; nothing when it cannot be read.
  std::optional<uint64_t> contentOf(const std::string& path);

private:
  struct Known {
    FileState state;
    bool is_folder = false;
    bool is_read = false;
    std::optional<uint64_t> content;
  };

  Known& known(const std::string& path);

  std::unordered_map<std::string, Known> known_;
};

/// Now, as `FileState::changed` counts.
int64_t timeNow();

} // namespace nostall

// The folder that the cache lives in: files that are written whole or not at all, the least recently used
// going first. Any number of runs may use it side by side; a crash or a full disk leaves nothing but a
// temporary file that a later run takes away.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace nostall {

/// $NOSTALL_CACHE, else nostall in $XDG_CACHE_HOME, else ~/.cache/nostall; empty when none of them is known.
std::string usualCacheFolder();

/// Bytes: $NOSTALL_CACHE_LIMIT in MB, else 2 GB.
uint64_t usualCacheLimit();

struct CacheUse {
  uint64_t files = 0;
  uint64_t bytes = 0;
};

class CacheFolder {
public:
  /// An empty path: nothing is ever found, and nothing kept.
  explicit CacheFolder(std::string path) : path_(std::move(path)) {}

  const std::string& path() const { return path_; }

  /// The path of the file that is called `name` (hex digits, at least three).
  std::string pathOf(const std::string& name) const;

  /// Nothing when it is not there. What is read counts as used.
  std::optional<std::string> read(const std::string& name) const;

  /// Replaces the file in one step. False, with errno set, when it cannot be written.
  bool write(const std::string& name, std::string_view bytes) const;

  CacheUse use() const;

  /// Takes files away, those that were not used for longest first, when all of them are larger than `limit`;
  /// and temporary files that a run left behind.
  void trim(uint64_t limit) const;

  /// Takes away what is the cache's, and the folder when nothing else is in it. False, with errno set, when
  /// something stays.
  bool clear() const;

private:
  std::string path_;
};

} // namespace nostall

// "[12/340] src/x.cpp" on one line of a terminal.
#pragma once

#include <cstddef>
#include <string>

namespace nostall {

class Progress {
public:
  /// Shows nothing when `wanted` is false or standard error is no terminal.
  explicit Progress(bool wanted);
  ~Progress();
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  void show(size_t ended, size_t total, const std::string& what);
  /// Leaves the line empty.
  void clear();

private:
  bool enabled_ = false;
  bool shown_ = false;
};

/// The line that is shown, without control characters and not wider than `columns` bytes.
std::string progressLine(size_t ended, size_t total, const std::string& what, size_t columns);

} // namespace nostall

// Files that are written whole or not at all.
#pragma once

#include <optional>
#include <string>

namespace nostall {

/// Why the bytes could not be written: a sentence; nothing when they were. Replaces the file in one step;
/// what is no ordinary file (/dev/null, a pipe) is written to directly, and that nobody reads the other end
/// of a pipe any more is not a failure.
std::optional<std::string> writeFile(const std::string& path, const std::string& bytes);

/// All bytes, to an open file. False with errno set.
bool writeAll(int file, const std::string& bytes);

/// Takes away what writeFile has not finished. May be called by a signal handler.
void removeUnfinishedFile();

} // namespace nostall

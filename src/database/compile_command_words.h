// The words of a command: how a shell and how response files write them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace nostall {

/// Splits as a POSIX shell does: quotes and backslashes, but no variables, no globs.
std::vector<std::string> shellWords(std::string_view command);

struct ExpandedWords {
  std::vector<std::string> words;
  /// Response files that could not be read, as written and without the "@"; they are not in `words`.
  std::vector<std::string> missing;
  /// A module map ("@x.modmap") was among them, read or not.
  bool has_module_map = false;
};

/// Replaces each @file by the words of that file, nested ones too. Relative names are meant in
/// `directory`, as GCC and Clang do. A file that names itself is read once.
ExpandedWords expandResponseFiles(const std::vector<std::string>& words, const std::string& directory);

} // namespace nostall

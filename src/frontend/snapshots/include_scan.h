// What a file includes, read from its text alone: fast, and roughly right.
#pragma once

#include <llvm/ADT/STLFunctionalExtras.h>
#include <llvm/ADT/StringRef.h>

#include <set>
#include <string>
#include <vector>

namespace nostall {

struct ScannedInclude {
  std::string name; ///< without quotes and brackets
  bool angled = false;
  bool within_braces = false; ///< of a namespace or extern "C"
  /// It stands under no condition, or under one that says whether a macro is defined and holds.
  bool taken = true;
  std::vector<std::string> assumes; ///< macros that `taken` presumes nobody defines on the way
  bool after_code = false; ///< it may need what the file declares before it: definitions of templates do
};

struct ScannedFile {
  std::vector<ScannedInclude> includes; ///< of all branches; none by macro
  /// #pragma once, or the file begins with #ifndef: including it again does nothing.
  bool guarded = false;
  std::set<std::string> changes; ///< macros that it defines or undefines, in whatever branch
  size_t size = 0;               ///< bytes
};

/// `is_defined`: whether the command defines the macro.
ScannedFile scanIncludes(llvm::StringRef text, llvm::function_ref<bool(llvm::StringRef macro)> is_defined);

/// Whether the word stands anywhere in the text, in comments too.
bool mentionsWord(llvm::StringRef text, llvm::StringRef word);
/// As mentionsWord, but #define and #undef of the word itself do not count.
bool asksForWord(llvm::StringRef text, llvm::StringRef word);

/// What stands between the `#ifndef word` at or before `offset` and the next #endif, without spaces: when it
/// is typedefs and the definition of the word alone; else nothing.
std::string guardedText(llvm::StringRef text, size_t offset, llvm::StringRef word);

} // namespace nostall

// The flags of any GCC-like compiler, as Clang 19 takes them.
#pragma once

#include "database/compile_command_compiler.h"

#include <cstdint>
#include <set>
#include <string>
#include <vector>

namespace nostall {

enum class UnitLanguage : uint8_t {
  C,
  Cxx,
  CxxModule, ///< a module unit that others import
  Header,    ///< precompiled, or listed for an editor's sake
  Other,     ///< assembly, CUDA, Objective-C...
};

struct CommandWords {
  Compiler compiler;
  std::vector<std::string> words; ///< after the compiler's name; response files read already
  std::string file;               ///< absolute
  std::string directory;          ///< absolute
};

struct TranslatedFlags {
  /// For Clang's driver, with `options`: no inputs, outputs, warnings, plugins; neither language nor -std nor
  /// precompiled headers (these follow), nor what the toolchain settles (-stdlib, -fmodule-file).
  std::vector<std::string> flags;    ///< include paths, macros, and what has its value in a word of its own
  std::vector<std::string> options;  ///< one word each; the driver may still refuse their values
  std::vector<std::string> includes; ///< headers to read before the file, in order
  std::string standard;              ///< "gnu++20"; empty for the default
  UnitLanguage language = UnitLanguage::Cxx;
  std::string language_name; ///< "cuda": what it is when it is Other
  std::string output;        ///< as written
  std::string target;        ///< of --target or the compiler's name
  std::string sysroot;
  std::set<std::string> macros; ///< that the command defines or undefines
  bool has_coroutines = false;  ///< the language mode has co_await
  bool wants_libcxx = false;
  bool has_own_includes = false;         ///< -nostdinc and its kind
  bool has_module_flags = false;         ///< it may use C++20 modules
  std::vector<std::string> module_files; ///< values of -fmodule-file=
  std::vector<std::string> dropped;      ///< flags that Clang does not know, without their values
  std::vector<std::string> notes;        ///< sentences about what else was changed
};

TranslatedFlags translateFlags(const CommandWords& command);

} // namespace nostall

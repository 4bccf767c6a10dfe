// Which compiler a command runs, behind launchers and version suffixes. Nothing is run.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace nostall {

enum class CompilerKind : uint8_t {
  Clang,
  Gcc,     ///< and all that are not known: most compilers take GCC's options
  Msvc,    ///< cl.exe and clang-cl: options of another kind
  Missing, ///< the command names only launchers, or nothing
};

struct Compiler {
  CompilerKind kind = CompilerKind::Missing;
  std::string path;      ///< as the command writes it
  bool is_cxx = false;   ///< g++, clang++: reads .c as C++
  std::string target;    ///< "arm-none-eabi" of "arm-none-eabi-g++-12"; empty for the host's own
  size_t first_flag = 0; ///< index of the first word after the compiler
};

/// Recognises the compiler of a command.
Compiler recogniseCompiler(const std::vector<std::string>& words);

/// `target` (a triple) is made for another machine or system than this one.
bool isCrossTarget(const std::string& target);

} // namespace nostall

#include "database/compile_command_compiler.h"

#include <llvm/ADT/StringRef.h>
#include <llvm/TargetParser/Host.h>
#include <llvm/TargetParser/Triple.h>

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

namespace nostall {
namespace {

struct CompilerName {
  std::string_view name;
  CompilerKind kind;
  bool is_cxx;
};

/// Longer names before those they end with.
constexpr std::array compiler_names = {
    CompilerName{"clang-cl", CompilerKind::Msvc, true},    CompilerName{"clang++", CompilerKind::Clang, true},
    CompilerName{"armclang++", CompilerKind::Clang, true}, CompilerName{"clang", CompilerKind::Clang, false},
    CompilerName{"armclang", CompilerKind::Clang, false},  CompilerName{"hipcc", CompilerKind::Clang, true},
    CompilerName{"dpcpp", CompilerKind::Clang, true},      CompilerName{"icpx", CompilerKind::Clang, true},
    CompilerName{"icx", CompilerKind::Clang, false},       CompilerName{"em++", CompilerKind::Clang, true},
    CompilerName{"emcc", CompilerKind::Clang, false},      CompilerName{"nvc++", CompilerKind::Gcc, true},
    CompilerName{"nvcc", CompilerKind::Gcc, true},         CompilerName{"icpc", CompilerKind::Gcc, true},
    CompilerName{"g++", CompilerKind::Gcc, true},          CompilerName{"gcc", CompilerKind::Gcc, false},
    CompilerName{"c++", CompilerKind::Gcc, true},          CompilerName{"cc", CompilerKind::Gcc, false},
    CompilerName{"icl", CompilerKind::Msvc, true},         CompilerName{"cl", CompilerKind::Msvc, true},
};

constexpr std::array<std::string_view, 16> launchers = {
    "ccache", "sccache", "distcc", "icecc",     "icerun",  "gomacc", "buildcache", "cachepot",
    "env",    "nice",    "time",   "rewrapper", "libtool", "cmake",  "pump",       "firebuild"};

/// "g++-12" for "C:\mingw\bin\G++-12.exe".
std::string programName(llvm::StringRef path) {
  const size_t slash = path.find_last_of("/\\");
  std::string name = path.substr(slash == llvm::StringRef::npos ? 0 : slash + 1).lower();
  if (name.ends_with(".exe")) { name.resize(name.size() - 4); }
  return name;
}

bool isVersion(llvm::StringRef word) {
  return !word.empty() && word.find_first_not_of("0123456789.") == llvm::StringRef::npos;
}

/// Takes the versions and thread models off: "-12", "-12.2.0", "-posix".
llvm::StringRef withoutSuffixes(llvm::StringRef name) {
  while (true) {
    const auto [stem, suffix] = name.rsplit('-');
    if (stem.empty() || !(isVersion(suffix) || suffix == "posix" || suffix == "win32")) { break; }
    name = stem;
  }
  // clang++19, gcc12 of the BSDs
  const llvm::StringRef bare = name.rtrim("0123456789.");
  return bare.empty() ? name : bare;
}

std::string targetOf(llvm::StringRef prefix, std::string_view name) {
  if (name == "em++" || name == "emcc") { return "wasm32-unknown-emscripten"; }
  const llvm::Triple triple(llvm::Triple::normalize(prefix));
  return triple.getArch() == llvm::Triple::UnknownArch ? "" : prefix.str();
}

std::optional<Compiler> compilerNamed(const std::string& word) {
  const std::string program = programName(word);
  const llvm::StringRef stem = withoutSuffixes(program);
  for (const CompilerName& known : compiler_names) {
    if (!stem.ends_with(known.name)) { continue; }
    llvm::StringRef prefix = stem.drop_back(known.name.size());
    if (!prefix.empty() && !prefix.consume_back("-")) { continue; }
    return Compiler{known.kind, word, known.is_cxx, targetOf(prefix, known.name)};
  }
  return std::nullopt;
}

bool isLauncher(const std::string& word) {
  const std::string name = programName(word);
  return std::find(launchers.begin(), launchers.end(), name) != launchers.end();
}

bool isAssignment(const std::string& word) {
  const size_t equals = word.find('=');
  return equals != std::string::npos && word.find('/') > equals;
}

/// The words in front of the compiler's own are over: what follows are flags and files.
size_t firstAfterLaunchers(const std::vector<std::string>& words) {
  size_t index = 0;
  while (index < words.size() && (isLauncher(words[index]) || isAssignment(words[index]) ||
                                  (index > 0 && words[index].starts_with("-")))) {
    ++index;
  }
  return index;
}

} // namespace

Compiler recogniseCompiler(const std::vector<std::string>& words) {
  // An unknown wrapper in front of a known compiler has no options that we could tell from the
  // compiler's, a known launcher may have some ("nice -n 5", "cmake -E env").
  const bool launched = !words.empty() && (isLauncher(words[0]) || isAssignment(words[0]));
  for (size_t index = 0; index < words.size(); ++index) {
    const std::string& word = words[index];
    if (word == "-c" || word == "-o" || (!launched && word.starts_with("-"))) { break; }
    if (std::optional<Compiler> found = compilerNamed(word)) {
      found->first_flag = index + 1;
      return *found;
    }
  }
  const size_t index = firstAfterLaunchers(words);
  if (index >= words.size()) { return {}; }
  Compiler unknown{CompilerKind::Gcc, words[index]};
  unknown.first_flag = index + 1;
  return unknown;
}

bool isCrossTarget(const std::string& target) {
  const llvm::Triple wanted(llvm::Triple::normalize(target));
  const llvm::Triple host(llvm::sys::getProcessTriple());
  return !target.empty() && (wanted.getArch() != host.getArch() || wanted.getOS() != host.getOS() ||
                             wanted.isMusl() != host.isMusl());
}

} // namespace nostall

#include "database/compile_command_toolchain.h"

#include "support/paths.h"
#include "support/text.h"

#include <llvm/ADT/SmallString.h>
#include <llvm/ADT/StringRef.h>
#include <llvm/Support/FileSystem.h>
#include <llvm/Support/MemoryBuffer.h>
#include <llvm/Support/Program.h>
#include <llvm/TargetParser/Host.h>
#include <llvm/TargetParser/Triple.h>

#include <algorithm>
#include <optional>
#include <tuple>
#include <unistd.h>
#include <utility>

namespace nostall {
namespace {

using llvm::StringRef;

constexpr unsigned seconds_to_answer = 10;

bool exists(const std::string& path) {
  return llvm::sys::fs::exists(path);
}

/// The compiler as a file; empty when there is none.
std::string compilerPath(const CommandWords& command) {
  const std::string& written = command.compiler.path;
  if (written.find('/') != std::string::npos) { return absolutePath(written, command.directory); }
  const auto found = llvm::sys::findProgramByName(written);
  return found ? *found : "";
}

/// Flags that may change where a compiler looks for headers. Nothing else of a command reaches it.
bool mattersForIncludes(StringRef flag) {
  return flag.starts_with("-m") || flag.starts_with("--sysroot") || flag.starts_with("--target") ||
         flag.starts_with("-nostdinc") || flag.starts_with("-stdlib=");
}

/// A folder with the compiler's own stddef.h and intrinsics: Clang has its own. (musl keeps its stddef.h
/// beside stdio.h.)
bool isBuiltinFolder(const std::string& folder) {
  return StringRef(folder).ends_with("include-fixed") ||
         (exists(folder + "/stddef.h") && !exists(folder + "/stdio.h"));
}

bool isCxxFolder(const std::string& folder) {
  return folder.find("/c++") != std::string::npos;
}

/// Clang finds the libraries of cross compilers that Debian and its kin install.
bool isInstalledCross(const std::string& target) {
  return exists("/usr/lib/gcc-cross/" + target) || exists("/usr/lib/gcc/" + target);
}

/// libc++ of the command's own compiler, of Clang 19, of the system.
std::string libcxxFolder(const CommandWords& command, const TranslatedFlags& translated) {
  std::vector<std::string> candidates;
  if (const std::string compiler = compilerPath(command); !compiler.empty()) {
    llvm::SmallString<256> real;
    llvm::sys::fs::real_path(compiler, real);
    candidates.push_back(parentPath(parentPath(real.str().str())));
  }
  if (!translated.sysroot.empty()) { candidates.push_back(translated.sysroot + "/usr"); }
  candidates.insert(candidates.end(), {"/usr/lib/llvm-19", "/usr/local", "/usr"});
  for (const std::string& prefix : candidates) {
    std::string folder = prefix + "/include/c++/v1";
    if (exists(folder + "/vector")) { return folder; }
  }
  return "";
}

void useLibcxx(const CommandWords& command, const TranslatedFlags& translated, ToolchainFlags& result) {
  if (!translated.wants_libcxx || translated.has_own_includes) { return; }
  const std::string folder = libcxxFolder(command, translated);
  if (folder.empty()) {
    result.notes.push_back("the headers of libc++ (-stdlib=libc++) are missing: install the package "
                           "libc++-19-dev; until then the code is read with libstdc++");
    return;
  }
  result.flags.push_back("-nostdinc++");
  // Builds for several targets keep __config_site apart.
  const std::string prefix = parentPath(parentPath(parentPath(folder)));
  const llvm::Triple host(llvm::sys::getProcessTriple());
  const std::string own = prefix + "/include/" + host.getArchName().str() + "-unknown-linux-gnu/c++/v1";
  if (exists(own + "/__config_site")) { result.flags.insert(result.flags.end(), {"-isystem", own}); }
  result.flags.insert(result.flags.end(), {"-isystem", folder});
}

std::optional<std::string> readWhole(const std::string& path) {
  const auto buffer = llvm::MemoryBuffer::getFile(path, /*IsText=*/true);
  return buffer ? std::optional((*buffer)->getBuffer().str()) : std::nullopt;
}

/// Ours, but in English: the answer is read for its words.
std::vector<StringRef> englishEnvironment() {
  std::vector<StringRef> variables = {"LC_ALL=C"};
  for (char** variable = environ; *variable != nullptr; ++variable) {
    if (!StringRef(*variable).starts_with("LC_ALL=")) { variables.emplace_back(*variable); }
  }
  return variables;
}

} // namespace

ToolchainFlags Toolchains::flagsFor(const CommandWords& command, const TranslatedFlags& translated) {
  ToolchainFlags result;
  const std::string compiler = compilerPath(command);
  if (mayRun(compiler)) {
    useAnswer(ask(compiler, command, translated), translated, result);
    return result;
  }
  useLibcxx(command, translated, result);
  if (isCrossTarget(translated.target) && translated.sysroot.empty() && !translated.has_own_includes &&
      !isInstalledCross(translated.target)) {
    const std::string shown = printable(compiler.empty() ? command.compiler.path : compiler);
    result.notes.push_back("the standard headers of " + shown + " (for " + printable(translated.target) +
                           ") are where only that compiler knows: allow it to be asked with "
                           "--query-driver '" +
                           shown + "'");
  }
  return result;
}

bool Toolchains::mayRun(const std::string& compiler) const {
  return !compiler.empty() &&
         std::any_of(query_driver_.begin(), query_driver_.end(),
                     [&](const std::string& glob) { return globMatches(glob, compiler); });
}

const Toolchains::Answer& Toolchains::ask(const std::string& compiler, const CommandWords& command,
                                          const TranslatedFlags& translated) {
  const char* language = translated.language == UnitLanguage::C ? "c" : "c++";
  std::vector<std::string> line = {compiler, "-E", "-v", "-x", language};
  // A target that only the compiler's name told us is what it does anyway; GCC knows no --target.
  const bool is_clang = command.compiler.kind == CompilerKind::Clang;
  for (const std::string& option : translated.options) {
    if (mattersForIncludes(option) && (is_clang || !StringRef(option).starts_with("--target"))) {
      line.push_back(option);
    }
  }
  if (translated.wants_libcxx && is_clang) { line.push_back("-stdlib=libc++"); }
  line.push_back("/dev/null");
  const auto known = answers_.find(line);
  return known != answers_.end() ? known->second : answers_.emplace(line, run(line)).first->second;
}

Toolchains::Answer Toolchains::run(const std::vector<std::string>& command) {
  llvm::SmallString<128> output;
  if (llvm::sys::fs::createTemporaryFile("nostall-query", "txt", output)) {
    return {{}, "", "no temporary file could be made to ask " + printable(command.front())};
  }
  const std::vector<StringRef> words(command.begin(), command.end());
  const std::optional<StringRef> redirects[] = {StringRef(""), StringRef(""), output.str()};
  const std::vector<StringRef> environment = englishEnvironment();
  std::string error;
  const int code = llvm::sys::ExecuteAndWait(words.front(), words, llvm::ArrayRef(environment), redirects,
                                             seconds_to_answer, /*MemoryLimit=*/0, &error);
  const std::optional<std::string> text = readWhole(output.str().str());
  llvm::sys::fs::remove(output);
  Answer answer = readAnswer(text.value_or(""));
  if (code != 0 || answer.includes.empty()) {
    answer.failure = printable(command.front()) + " was asked for its include paths and gave none" +
                     (error.empty() ? "" : " (" + printable(error) + ")") +
                     ": its own headers may be missing";
  }
  return answer;
}

Toolchains::Answer Toolchains::readAnswer(const std::string& text) {
  Answer answer;
  bool listing = false;
  StringRef rest(text);
  while (!rest.empty()) {
    StringRef line;
    std::tie(line, rest) = rest.split('\n');
    line = line.rtrim("\r");
    if (line.consume_front("Target: ")) {
      answer.target = line.trim().str();
    } else if (line.starts_with("#include <...>")) {
      listing = true;
    } else if (line.starts_with("End of search list")) {
      listing = false;
    } else if (listing && line.starts_with(" ") && !line.ends_with("(framework directory)")) {
      answer.includes.push_back(normalPath(line.trim().str()));
    }
  }
  return answer;
}

void Toolchains::useAnswer(const Answer& answer, const TranslatedFlags& translated, ToolchainFlags& result) {
  if (!answer.failure.empty()) {
    result.notes.push_back(answer.failure);
    return;
  }
  if (translated.target.empty() && isCrossTarget(answer.target)) {
    result.flags.push_back("--target=" + answer.target);
  }
  // The order of a real compiler: the C++ library, the builtin headers, the C library. The library's
  // headers reach the next ones through #include_next.
  result.flags.push_back("-nostdlibinc");
  for (const std::string& folder : answer.includes) {
    if (!isBuiltinFolder(folder)) {
      result.flags.insert(result.flags.end(), {isCxxFolder(folder) ? "-isystem" : "-idirafter", folder});
    }
  }
}

} // namespace nostall

#include "database/compile_command.h"

#include "database/compile_command_flags.h"
#include "database/compile_command_translate.h"
#include "database/compile_command_words.h"
#include "support/paths.h"
#include "support/text.h"

#include <llvm/ADT/STLExtras.h>
#include <llvm/ADT/SmallString.h>
#include <llvm/ADT/StringRef.h>
#include <llvm/Support/FileSystem.h>
#include <llvm/Support/MemoryBuffer.h>
#include <llvm/Support/Path.h>

#include <algorithm>

namespace nostall {
namespace {

using llvm::StringRef;

constexpr const char* no_command = "the compilation database has no command for it";
constexpr const char* not_gcc_like =
    "commands of cl.exe and clang-cl are not understood: make the database with clang++ or g++";
constexpr const char* modules_not_built =
    "it uses C++20 modules, which are read only when clang++-19 has built them: build once with it";
constexpr const char* header_unit = "a header is read through the units that include it";

RefusedUnit failed(const std::string& file, const char* reason) {
  return {file, reason, true};
}

RefusedUnit skipped(const std::string& file, std::string reason) {
  return {file, std::move(reason), false};
}

/// The main file. ".." is taken out as text unless a symbolic link on the way makes that another file.
std::string mainFile(const DatabaseEntry& entry, const std::string& directory) {
  std::string path = absolutePath(entry.file, directory);
  if (llvm::sys::fs::exists(path)) { return path; }
  llvm::SmallString<256> linked(entry.file);
  llvm::sys::fs::make_absolute(directory, linked);
  llvm::SmallString<256> real;
  return llvm::sys::fs::real_path(linked, real) ? path : real.str().str();
}

/// "src/CMakeFiles/server.dir" of CMake, "server.p" of Meson, "_objs/server" of Bazel, "src/server" of
/// Automake's "src/server-main.o". Other builds do not say it in the object's name.
std::string targetOf(const std::string& object, const std::string& file) {
  llvm::SmallVector<StringRef, 16> parts;
  StringRef(object).split(parts, '/');
  for (size_t index = parts.size() - 1; index-- > 0;) {
    const StringRef part = parts[index];
    const StringRef before = index > 0 ? parts[index - 1] : "";
    if ((part.ends_with(".dir") && before == "CMakeFiles") || part.ends_with(".p") || before == "_objs") {
      return object.substr(0, static_cast<size_t>(part.end() - object.data()));
    }
  }
  const StringRef stem = llvm::sys::path::stem(parts.back());
  const std::string suffix = "-" + llvm::sys::path::stem(file).str();
  if (stem.size() > suffix.size() && stem.ends_with(suffix)) {
    return object.substr(0, static_cast<size_t>(stem.end() - object.data()) - suffix.size());
  }
  return "";
}

bool isPrecompiledStub(const CommandWords& command, const TranslatedFlags& translated) {
  const StringRef output(translated.output);
  return baseName(command.file).starts_with("cmake_pch.") ||
         (translated.language == UnitLanguage::Header &&
          (output.ends_with(".pch") || output.ends_with(".gch") || llvm::is_contained(command.words, "-x") ||
           llvm::any_of(command.words, [](StringRef word) { return word.starts_with("-xc"); })));
}

bool wantsClStyle(const CommandWords& command) {
  return command.compiler.kind == CompilerKind::Msvc || llvm::is_contained(command.words, "--driver-mode=cl");
}

std::optional<RefusedUnit> refusal(const CommandWords& command, const TranslatedFlags& translated) {
  switch (translated.language) {
  case UnitLanguage::Other:
    return skipped(command.file, "it is not C or C++ (" + translated.language_name + ")");
  case UnitLanguage::Header: return skipped(command.file, header_unit);
  default: return std::nullopt;
  }
}

const char* languageFlag(UnitLanguage language) {
  switch (language) {
  case UnitLanguage::C: return "c";
  case UnitLanguage::CxxModule: return "c++-module";
  default: return "c++";
  }
}

using Defines = std::vector<std::pair<std::string, std::string>>;

std::vector<std::string> clangArguments(const CommandWords& command, const TranslatedFlags& translated,
                                        const std::vector<std::string>& toolchain, const Defines& defines) {
  const bool is_c = translated.language == UnitLanguage::C;
  std::vector<std::string> arguments = {is_c ? "clang-19" : "clang++-19", "--no-default-config"};
  const auto append = [&](const std::vector<std::string>& words) {
    arguments.insert(arguments.end(), words.begin(), words.end());
  };
  append(translated.options);
  append(translated.flags);
  append(toolchain);
  if (!translated.standard.empty()) { append({"-std=" + translated.standard}); }
  for (const auto& [name, value] : defines) {
    if (!is_c && translated.has_coroutines && !translated.macros.contains(name)) {
      arguments.push_back("-D" + name);
      arguments.back().append("=").append(value);
    }
  }
  // Said to the compiler itself: the driver would look for a precompiled header of that name.
  for (const std::string& header : translated.includes) {
    append({"-Xclang", "-include", "-Xclang", header});
  }
  // GCC only warns about some of what Clang calls an error (narrowing): -w is not enough.
  append({"-w", "-Wno-everything", "-fsyntax-only", "-x", languageFlag(translated.language), "--",
          command.file});
  return arguments;
}

} // namespace

EntryTranslator::EntryTranslator(const DatabaseOptions& options, std::string database_directory)
    : options_(options), database_directory_(std::move(database_directory)),
      toolchains_(options.query_driver) {}

TranslatedEntry EntryTranslator::translate(const DatabaseEntry& entry) {
  CommandWords command;
  command.directory = absolutePath(entry.directory, database_directory_);
  command.file = mainFile(entry, command.directory);
  std::vector<std::string> words = entry.arguments;
  if (entry.file.starts_with("-")) { // no flag: "-x.cpp"
    std::replace(words.begin(), words.end(), entry.file, "./" + entry.file);
  }
  ExpandedWords expanded = expandResponseFiles(words, command.directory);
  std::erase_if(expanded.missing, [&](const std::string& name) {
    return absolutePath("@" + name, command.directory) == command.file; // a source called "@x.cpp"
  });
  command.compiler = recogniseCompiler(expanded.words);
  if (command.compiler.kind == CompilerKind::Missing) {
    return {std::nullopt, failed(command.file, no_command)};
  }
  command.words.assign(expanded.words.begin() + static_cast<std::ptrdiff_t>(command.compiler.first_flag),
                       expanded.words.end());
  if (wantsClStyle(command)) { return {std::nullopt, failed(command.file, not_gcc_like)}; }
  TranslatedEntry result = translateWords(entry, command, expanded.has_module_map);
  result.missing_files = std::move(expanded.missing);
  return result;
}

TranslatedEntry EntryTranslator::translateWords(const DatabaseEntry& entry, const CommandWords& command,
                                                bool has_module_map) {
  TranslatedFlags translated = translateFlags(command);
  if (isPrecompiledStub(command, translated)) { return {}; }
  if (std::optional<RefusedUnit> refused = refusal(command, translated)) {
    return {std::nullopt, std::move(refused)};
  }
  translated.has_module_flags |= has_module_map;
  if (!settleModules(command, translated)) { return {std::nullopt, failed(command.file, modules_not_built)}; }
  ToolchainFlags toolchain = toolchains_.flagsFor(command, translated);
  const std::vector<std::string> refused_flags = check_.takeRefused(translated.options);
  TranslatedEntry result;
  result.command = CompileCommand{command.file, command.directory,
                                  clangArguments(command, translated, toolchain.flags, options_.defines), ""};
  const std::string& output = entry.output.empty() ? translated.output : entry.output;
  if (!output.empty()) {
    result.command->target =
        targetOf(relativeTo(absolutePath(output, command.directory), database_directory_), command.file);
  }
  for (const std::string& flag : translated.dropped) {
    result.notes.push_back(flag + " is not known to Clang and was dropped");
  }
  for (const std::string& flag : refused_flags) {
    result.notes.push_back(printable(flag) + " is not supported by Clang here and was dropped");
  }
  llvm::append_range(result.notes, translated.notes);
  llvm::append_range(result.notes, toolchain.notes);
  return result;
}

/// Builds that scan for modules give every unit their flags; only units that use modules need them.
bool EntryTranslator::settleModules(const CommandWords& command, TranslatedFlags& translated) {
  if (!translated.has_module_flags && translated.language != UnitLanguage::CxxModule) { return true; }
  const auto text = llvm::MemoryBuffer::getFile(command.file, /*IsText=*/true);
  const ModuleUse use = text ? moduleUse((*text)->getBuffer().str()) : ModuleUse{};
  if (!use.usesModules()) { return true; }
  if (!modules_.canRead(use, translated.module_files, command.directory)) { return false; }
  for (const std::string& file : translated.module_files) {
    translated.flags.push_back("-fmodule-file=" + file);
  }
  if (use.is_interface) { translated.language = UnitLanguage::CxxModule; }
  return true;
}

CompileCommand commandFor(const std::string& file, const std::vector<std::string>& flags,
                          const std::string& directory) {
  DatabaseEntry entry;
  entry.directory = directory;
  entry.file = file;
  entry.arguments = {"clang++"};
  entry.arguments.insert(entry.arguments.end(), flags.begin(), flags.end());
  entry.arguments.insert(entry.arguments.end(), {"-c", "--", file});
  const DatabaseOptions options;
  TranslatedEntry translated = EntryTranslator(options, directory).translate(entry);
  if (translated.command) { return std::move(*translated.command); }
  return {absolutePath(file, directory), directory, {}, ""};
}

} // namespace nostall

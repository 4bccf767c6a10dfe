#include "driver/rule_test_cases.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
#include <sstream>

namespace nostall {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view folder_placeholder = "{dir}";

bool hasExtension(const fs::path& path, std::initializer_list<const char*> extensions) {
  return std::any_of(extensions.begin(), extensions.end(),
                     [&](const char* extension) { return path.extension() == extension; });
}

bool isSource(const fs::path& path) {
  return hasExtension(path, {".cpp", ".cc", ".cxx", ".c"});
}

bool isHeader(const fs::path& path) {
  return hasExtension(path, {".h", ".hh", ".hpp", ".hxx"});
}

std::vector<fs::path> entriesOf(const fs::path& folder) {
  std::vector<fs::path> paths;
  std::error_code error;
  for (fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error)) {
    paths.push_back(entry->path());
  }
  std::sort(paths.begin(), paths.end());
  return paths;
}

/// Sources and headers at `path` and below it; symbolic links to folders are not followed.
void collectFiles(const fs::path& path, std::vector<fs::path>& files) {
  if (fs::is_directory(fs::symlink_status(path))) {
    for (const fs::path& entry : entriesOf(path)) {
      collectFiles(entry, files);
    }
  } else if (isSource(path) || isHeader(path)) {
    files.push_back(path);
  }
}

std::optional<std::string> readFile(const fs::path& path) {
  std::ifstream stream(path, std::ios::binary);
  if (!stream) { return std::nullopt; }
  std::ostringstream text;
  text << stream.rdbuf();
  return text.str();
}

RuleTest testOf(const std::vector<fs::path>& files,
                const std::function<std::string(const std::string&)>& print, Problems& problems) {
  RuleTest test;
  test.name = print(files.front().string());
  for (const fs::path& file : files) {
    if (isSource(file)) { test.units.push_back(file.string()); }
    if (const auto text = readFile(file)) {
      append(test.labels, readLabels(print(file.string()), *text));
    } else {
      problems.push_back({.file = file.string(), .message = "the file cannot be read"});
    }
  }
  return test;
}

} // namespace

std::vector<RuleTest> ruleTestsIn(const std::string& folder,
                                  const std::function<std::string(const std::string&)>& print,
                                  Problems& problems) {
  std::vector<RuleTest> tests;
  for (const fs::path& entry : entriesOf(folder)) {
    std::vector<fs::path> files;
    if (entry.filename() != test_include_folder) { collectFiles(entry, files); }
    // A header alone is part of the sources that include it.
    const bool has_source = std::any_of(files.begin(), files.end(), isSource);
    if (has_source) { tests.push_back(testOf(files, print, problems)); }
  }
  return tests;
}

CompileCommand testCommand(const std::string& unit, const RuleTest& test, const std::string& folder,
                           const Catalog& catalog) {
  std::vector<std::string> flags;
  if (fs::path(unit).extension() != ".c") { flags.push_back("-std=c++20"); }
  flags.insert(flags.end(), {"-I" + folder, "-I" + folder + "/" + test_include_folder});
  for (const LibraryPack& pack : catalog.packs) {
    for (const MacroDefinition& macro : pack.defines) {
      flags.push_back("-D" + macro.name + "=" + macro.value);
    }
  }
  for (std::string flag : test.labels.flags) {
    if (const size_t at = flag.find(folder_placeholder); at != std::string::npos) {
      flag.replace(at, folder_placeholder.size(), folder);
    }
    flags.push_back(std::move(flag));
  }
  return commandFor(unit, flags, folder);
}

} // namespace nostall

#include "testdata/labelled_case.h"

#include "analysis/analyse.h"
#include "frontend/frontend.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <utility>

namespace nostall::testdata {
namespace {

namespace fs = std::filesystem;

std::string replaced(std::string text, std::string_view placeholder, std::string_view value) {
  for (size_t at = text.find(placeholder); at != std::string::npos;
       at = text.find(placeholder, at + value.size())) {
    text.replace(at, placeholder.size(), value);
  }
  return text;
}

bool isSource(const fs::path& path) {
  return path.extension() == ".cpp" || path.extension() == ".c";
}
bool isHeader(const fs::path& path) {
  return path.extension() == ".h" || path.extension() == ".hpp";
}

std::vector<fs::path> sortedEntries(const fs::path& folder) {
  std::vector<fs::path> paths;
  if (fs::is_directory(folder)) {
    for (const fs::directory_entry& entry : fs::directory_iterator(folder)) {
      paths.push_back(entry.path());
    }
  }
  std::sort(paths.begin(), paths.end());
  return paths;
}

void collectFiles(const fs::path& folder, Case& labelled) {
  for (const fs::path& path : sortedEntries(folder)) {
    if (fs::is_directory(path)) { collectFiles(path, labelled); }
    if (isSource(path)) { labelled.units.push_back(path.string()); }
    if (isSource(path) || isHeader(path)) { labelled.files.push_back(path.string()); }
  }
}

/// The folder of a program's unit below the program's own names what it is linked into.
std::string targetOf(const std::string& unit) {
  const fs::path relative = fs::path(unit).lexically_relative(testdataFolder() + "/programs");
  const auto depth = std::distance(relative.begin(), relative.end());
  if (relative.empty() || *relative.begin() == ".." || depth < 3) { return ""; }
  return "CMakeFiles/" + std::next(relative.begin())->string() + ".dir";
}

CompileCommand commandOf(const std::string& unit, const std::vector<std::string>& flags) {
  CompileCommand command;
  command.file = unit;
  command.directory = testdataFolder();
  command.target = targetOf(unit);
  command.arguments = {"clang++-19", "-std=c++20", "-fsyntax-only", "-I" + testdataFolder() + "/include"};
  for (const LibraryPack& pack : builtinCatalog().packs) {
    for (const MacroDefinition& macro : pack.defines) {
      command.arguments.push_back("-D" + macro.name + "=" + macro.value);
    }
  }
  for (const std::string& flag : flags) {
    command.arguments.push_back(
        replaced(replaced(flag, "{source}", NOSTALL_SOURCE_DIR), "{multiarch}", NOSTALL_MULTIARCH));
  }
  command.arguments.push_back(unit);
  return command;
}

void checkUnit(const UnitFacts& facts, const std::string& unit, bool degraded,
               std::vector<std::string>& failures) {
  const bool ok = facts.state == UnitState::Ok;
  if (ok && degraded) { failures.push_back(unit + ": compiles, though its first lines say 'degraded'"); }
  if (ok || (degraded && facts.state == UnitState::Degraded)) { return; }
  failures.push_back(unit + ": does not compile");
  for (const UnitMessage& message : facts.messages) {
    failures.push_back(facts.symbols.text(message.file) + ":" + std::to_string(message.line) + ": " +
                       facts.symbols.text(message.text));
  }
}

} // namespace

std::string testdataFolder() {
  return NOSTALL_SOURCE_DIR "/testdata";
}

std::string readFile(const std::string& path) {
  std::ifstream stream(path, std::ios::binary);
  EXPECT_TRUE(stream) << path << " cannot be read";
  std::ostringstream text;
  text << stream.rdbuf();
  return text.str();
}

std::vector<Case> filesOf(const std::string& folder) {
  std::vector<Case> cases;
  for (const fs::path& path : sortedEntries(testdataFolder() + "/" + folder)) {
    if (isSource(path)) {
      cases.push_back({folder + "/" + path.stem().string(), {path.string()}, {path.string()}});
    }
  }
  return cases;
}

std::vector<Case> programsOf(const std::string& folder) {
  std::vector<Case> cases;
  for (const fs::path& path : sortedEntries(testdataFolder() + "/" + folder)) {
    if (fs::is_directory(path)) {
      Case labelled{folder + "/" + path.filename().string(), {}, {}};
      collectFiles(path, labelled);
      cases.push_back(std::move(labelled));
    }
  }
  return cases;
}

const Catalog& builtinCatalog() {
  static const CatalogResult result = [] {
    CatalogResult loaded = loadCatalog(embeddedRules());
    for (const Problem& problem : loaded.problems) {
      ADD_FAILURE() << toString(problem);
    }
    return loaded;
  }();
  return result.catalog;
}

LabelledFile labelsOf(const Case& labelled) {
  LabelledFile all;
  for (const std::string& file : labelled.files) {
    append(all, readLabels(file, readFile(file)));
  }
  return all;
}

/// Fake libraries are other people's code; the home-grown tasks in include/fake/ are not.
FrontendOptions frontendOptions() {
  FrontendOptions options;
  options.project_root = testdataFolder();
  for (const fs::path& path : sortedEntries(testdataFolder() + "/include")) {
    if (path.filename() != "fake") { options.external_folders.push_back(path.string()); }
  }
  for (const MatchEntry* entry : matchEntries(builtinCatalog())) {
    options.match_expressions.push_back(entry->expression);
  }
  for (const LibraryPack& pack : builtinCatalog().packs) {
    options.external_namespaces.insert(options.external_namespaces.end(), pack.external_namespaces.begin(),
                                       pack.external_namespaces.end());
  }
  return options;
}

std::vector<CompileCommand> commandsOf(const Case& labelled, const LabelledFile& labels) {
  std::vector<CompileCommand> commands;
  for (const std::string& unit : labelled.units) {
    commands.push_back(commandOf(unit, labels.flags));
  }
  return commands;
}

Program programOf(const Case& labelled, const LabelledFile& labels, const FrontendOptions& options,
                  std::vector<std::string>& failures) {
  std::vector<UnitFacts> units;
  for (const std::string& unit : labelled.units) {
    units.push_back(takeFacts(commandOf(unit, labels.flags), options));
    checkUnit(units.back(), unit, labels.degraded, failures);
  }
  return link(std::move(units));
}

std::vector<std::string> run(const Case& labelled, const FrontendOptions& options) {
  const LabelledFile labels = labelsOf(labelled);
  std::vector<std::string> failures = mistakesOf(labels, labelled.files.front(), [](const std::string& rule) {
    return builtinCatalog().rule(rule) != nullptr;
  });
  const Program program = programOf(labelled, labels, options, failures);
  AnalysisOptions analysis_options;
  for (const std::string& rule : labels.enabled) {
    analysis_options.enabled[rule] = true;
  }
  analysis_options.print_path = [](const std::string& path) { return path; };
  const Analysis analysis = analyse(program, builtinCatalog(), analysis_options);
  for (std::string& sentence : disagreements(labels.expectations, foundIn(analysis.findings))) {
    failures.push_back(std::move(sentence));
  }
  return failures;
}

} // namespace nostall::testdata

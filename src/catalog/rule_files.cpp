#include "catalog/catalog.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <system_error>

namespace nostall {
namespace {

namespace fs = std::filesystem;

bool isYaml(const fs::path& path) {
  return path.extension() == ".yaml" || path.extension() == ".yml";
}

void readOne(const fs::path& path, std::vector<RuleSource>& sources, Problems& problems) {
  std::error_code error;
  // A pipe or device would make us wait, or never end.
  if (!fs::is_regular_file(path, error)) {
    problems.push_back(
        {path.string(), 0, 0, "this is neither a file nor a folder that rules could be read from"});
    return;
  }
  std::ifstream file(path, std::ios::binary);
  std::string text{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
  if (!file.is_open() || file.bad()) {
    problems.push_back({path.string(), 0, 0, "the file cannot be read: is it allowed to?"});
    return;
  }
  sources.push_back({path.string(), std::move(text)});
}

/// Sorted, so that the order of a folder does not matter.
std::set<fs::path> yamlFilesIn(const fs::path& folder, Problems& problems) {
  std::set<fs::path> files;
  std::error_code error;
  fs::recursive_directory_iterator entry(folder, error);
  for (; !error && entry != fs::recursive_directory_iterator(); entry.increment(error)) {
    std::error_code kind_error;
    if (isYaml(entry->path()) && !entry->is_directory(kind_error)) { files.insert(entry->path()); }
  }
  if (error) { problems.push_back({folder.string(), 0, 0, "the folder cannot be read: " + error.message()}); }
  return files;
}

} // namespace

std::vector<RuleSource> readRuleFiles(const std::vector<std::string>& paths, Problems& problems) {
  std::vector<RuleSource> sources;
  for (const std::string& path : paths) {
    std::error_code error;
    const fs::file_status status = fs::status(path, error);
    if (!fs::exists(status)) {
      problems.push_back({path, 0, 0, "there is no such file or folder to read rules from"});
      continue;
    }
    if (!fs::is_directory(status)) {
      readOne(path, sources, problems);
      continue;
    }
    const std::set<fs::path> files = yamlFilesIn(path, problems);
    if (files.empty()) {
      problems.push_back({path, 0, 0, "the folder holds no rules: no *.yaml and no *.yml file"});
    }
    for (const fs::path& file : files) {
      readOne(file, sources, problems);
    }
  }
  return sources;
}

} // namespace nostall

#include "meta/source_tree.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>

namespace nostall::meta {

namespace fs = std::filesystem;

std::string repository() {
  return NOSTALL_SOURCE_DIR;
}

std::vector<std::string> filesBelow(const std::string& folder, const std::vector<std::string>& endings) {
  std::vector<std::string> files;
  for (const fs::directory_entry& entry : fs::recursive_directory_iterator(repository() + "/" + folder)) {
    const std::string ending = entry.path().extension().string();
    if (entry.is_regular_file() && std::find(endings.begin(), endings.end(), ending) != endings.end()) {
      files.push_back(entry.path().lexically_relative(repository()).string());
    }
  }
  std::sort(files.begin(), files.end());
  return files;
}

std::vector<std::string> linesOf(const std::string& file) {
  std::ifstream stream(repository() + "/" + file);
  EXPECT_TRUE(stream) << file << " cannot be read";
  std::vector<std::string> lines;
  for (std::string line; std::getline(stream, line);) {
    lines.push_back(line);
  }
  return lines;
}

std::vector<Include> includesOfSources() {
  std::vector<Include> includes;
  for (const std::string& file : filesBelow("src", {".h", ".cpp"})) {
    const std::vector<std::string> lines = linesOf(file);
    for (size_t i = 0; i < lines.size(); ++i) {
      if (!lines[i].starts_with("#include ")) { continue; }
      const size_t first = lines[i].find_first_of("\"<") + 1;
      const size_t last = lines[i].find_first_of("\">", first);
      includes.push_back({file, i + 1, lines[i].substr(first, last - first)});
    }
  }
  return includes;
}

std::string folderOf(const std::string& file) {
  const std::string below = file.substr(file.find('/') + 1);
  const size_t slash = below.find('/');
  return slash == std::string::npos ? "" : below.substr(0, slash);
}

std::string wingOf(const std::string& file) {
  const std::string folder = folderOf(file);
  const std::string below = file.substr(file.find(folder) + folder.size() + 1);
  const size_t slash = below.find('/');
  return slash == std::string::npos ? "" : below.substr(0, slash);
}

} // namespace nostall::meta

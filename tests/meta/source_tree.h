// The repository as text, for tests of how it is built and what its documents say.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace nostall::meta {

/// Absolute path of the repository.
std::string repository();

/// Files below a folder of the repository with one of the endings, relative to the repository, sorted.
std::vector<std::string> filesBelow(const std::string& folder, const std::vector<std::string>& endings);

/// A file of the repository; a test failure when it cannot be read.
std::vector<std::string> linesOf(const std::string& file);

struct Include {
  std::string file; ///< that includes, relative to the repository
  size_t line = 0;
  std::string header; ///< "catalog/matcher.h", without quotes or angle brackets
};

/// Every #include line of src/.
std::vector<Include> includesOfSources();

/// "frontend" for "src/frontend/names.cpp"; empty for files of src/ itself.
std::string folderOf(const std::string& file);

/// "unit" for "src/frontend/unit/names.cpp"; empty for files that lie in the folder itself.
std::string wingOf(const std::string& file);

} // namespace nostall::meta

// Catalogs from YAML text, for tests.
#pragma once

#include "catalog/catalog.h"

#include <ostream>
#include <string>
#include <vector>

namespace nostall {

inline constexpr char sleep_rule[] = R"(schema: 1
id: blocking-sleep
kind: reach
severity: error
summary: s
message: m
)";
inline constexpr char lock_rule[] = R"(schema: 1
id: lock-across-await
kind: lock
severity: error
summary: s
message: m
)";

/// "3:5: message" each, without the file.
inline std::vector<std::string> placed(const Problems& problems) {
  std::vector<std::string> found;
  for (const Problem& problem : problems) {
    const std::string place = std::to_string(problem.line) + ":" + std::to_string(problem.column) + ": ";
    found.push_back((problem.line != 0 ? place : "") + problem.message);
  }
  return found;
}

/// The problems of `text`, with the two rules above beside it.
inline std::vector<std::string> problemsOf(const std::string& text) {
  return placed(loadCatalog({{"sleep", sleep_rule}, {"lock", lock_rule}, {"x", text}}).problems);
}

/// A text with a mistake, and how the only problem begins.
struct Mistake {
  const char* text;
  const char* problem;

  friend void PrintTo(const Mistake& mistake, std::ostream* out) { *out << mistake.text; }
};

/// A catalog of the two rules and a pack `x` with `sections` in it.
inline CatalogResult loadPack(const std::string& sections) {
  return loadCatalog(
      {{"sleep", sleep_rule}, {"lock", lock_rule}, {"x", "schema: 1\nlibrary: x\n" + sections}});
}

} // namespace nostall

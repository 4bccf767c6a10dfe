// The arrows of src/README.md, read from the #include lines.
#include "meta/source_tree.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <map>
#include <optional>
#include <set>

namespace nostall::meta {
namespace {

using Folders = std::set<std::string>;

/// What each folder may include besides itself.
const std::map<std::string, Folders>& arrows() {
  static const std::map<std::string, Folders> map = {
      {"support", {}},
      {"model", {"support"}},
      {"catalog", {"model", "support"}},
      {"database", {"model", "support"}},
      {"frontend", {"database", "model", "support"}},
      {"program", {"model", "support"}},
      {"report", {"model", "support"}},
      {"cache", {"model", "support"}},
      {"labels", {"model", "support"}},
      {"analysis", {"program", "catalog", "model", "support"}},
      {"driver",
       {"labels", "database", "frontend", "analysis", "catalog", "cache", "program", "model", "support"}},
      {"cli",
       {"driver", "database", "frontend", "analysis", "report", "catalog", "cache", "labels", "program",
        "model", "support"}},
      {"", {"cli"}}, // main.cpp
  };
  return map;
}

/// The wings of a folder from the ground up: each may include those before it. "" is what lies in the folder
/// itself.
const std::map<std::string, std::vector<std::string>>& wings() {
  static const std::map<std::string, std::vector<std::string>> map = {
      {"analysis",
       {"levels", "bodies", "contexts", "modes", "reach", "findings", "tasks", "locks", "awaits", "",
        "explain"}},
      {"frontend", {"unit", "reading", "", "snapshots"}},
      {"report", {"parts", "", "text", "machine", "pages"}},
      {"driver", {"", "history"}},
      {"cli", {"", "commands"}},
  };
  return map;
}

/// Headers of a dependency, and the folders that may include them.
const std::map<std::string, Folders>& fences() {
  static const std::map<std::string, Folders> map = {
      {"clang/", {"frontend", "database"}},
      {"llvm/", {"frontend", "database", "driver", "catalog", "support"}},
      {"CLI/", {"cli"}},
      {"nlohmann/", {"cli", "report"}},
  };
  return map;
}

std::string place(const Include& include) {
  return include.file + ":" + std::to_string(include.line) + ": #include of " + include.header;
}

TEST(Architecture, EveryFolderOfSourcesHasItsArrows) {
  for (const std::string& file : filesBelow("src", {".h", ".cpp"})) {
    EXPECT_TRUE(arrows().contains(folderOf(file)))
        << "say in this test what src/" << folderOf(file) << " may include";
  }
}

TEST(Architecture, NoArrowRunsTheWrongWay) {
  for (const Include& include : includesOfSources()) {
    const std::string from = folderOf(include.file);
    const std::string to = include.header.substr(0, include.header.find('/'));
    if (to == from || !arrows().contains(to)) { continue; }
    EXPECT_TRUE(arrows().at(from).contains(to))
        << place(include) << " runs against the layers of src/README.md";
  }
}

/// The floor of a file or an included header within its folder; no floor of a folder without wings.
std::optional<size_t> floorOf(const std::string& folder, const std::string& wing) {
  const auto found = wings().find(folder);
  if (found == wings().end()) { return std::nullopt; }
  const auto& floors = found->second;
  const auto at = std::find(floors.begin(), floors.end(), wing);
  EXPECT_NE(at, floors.end()) << "say in this test on which floor src/" << folder << "/" << wing << " lies";
  return static_cast<size_t>(at - floors.begin());
}

TEST(Architecture, NoArrowRunsUpwardsInsideAFolder) {
  for (const Include& include : includesOfSources()) {
    const std::string folder = folderOf(include.file);
    const std::string to = "src/" + include.header;
    if (folderOf(to) != folder) { continue; }
    EXPECT_LE(floorOf(folder, wingOf(to)), floorOf(folder, wingOf(include.file)))
        << place(include) << " runs upwards: see the order of the wings in src/README.md";
  }
}

TEST(Architecture, FoldersStaySmall) {
  constexpr size_t most_rooms = 20;
  std::map<std::string, std::set<std::string>> rooms;
  for (const std::string& file : filesBelow("src", {".h", ".cpp"})) {
    rooms[file.substr(0, file.rfind('/'))].insert(file.substr(0, file.rfind('.')));
  }
  for (const auto& [folder, names] : rooms) {
    EXPECT_LE(names.size(), most_rooms) << folder << ": which rooms belong together?";
  }
}

TEST(Architecture, DependenciesStayBehindTheirFences) {
  for (const Include& include : includesOfSources()) {
    for (const auto& [dependency, folders] : fences()) {
      if (!include.header.starts_with(dependency)) { continue; }
      EXPECT_TRUE(folders.contains(folderOf(include.file))) << place(include) << " is for other folders only";
    }
  }
}

TEST(Architecture, TheCatalogUsesLlvmOnlyToReadYaml) {
  for (const Include& include : includesOfSources()) {
    if (folderOf(include.file) != "catalog" || !include.header.starts_with("llvm/")) { continue; }
    EXPECT_THAT(include.header,
                testing::AnyOf(testing::StartsWith("llvm/Support/"), testing::StartsWith("llvm/ADT/")))
        << place(include);
  }
}

// Every folder stands on support/, so what it includes is everybody's: only headers of LLVM that know nothing
// of compilers, where writing it anew would be worse. A sum of our own had collisions.
TEST(Architecture, SupportUsesLlvmOnlyForWhatIsHardToWriteWell) {
  for (const Include& include : includesOfSources()) {
    if (folderOf(include.file) != "support" || !include.header.starts_with("llvm/")) { continue; }
    EXPECT_THAT(include.header, testing::AnyOf("llvm/Support/xxhash.h")) << place(include);
    EXPECT_THAT(include.file, testing::EndsWith(".cpp")) << place(include);
  }
}

TEST(Architecture, NoIncludeClimbsOutOfItsFolder) {
  for (const Include& include : includesOfSources()) {
    EXPECT_THAT(include.header, testing::Not(testing::HasSubstr(".."))) << place(include);
  }
}

// The design stands beside the repository in one place only; a fresh clone must do without it.
TEST(Architecture, NothingNeedsWhatStandsBesideTheRepository) {
  const std::string beside = std::string("..") + "/shared";
  for (const char* folder : {"src", "tests", "rules", "cmake", "scripts"}) {
    for (const std::string& file : filesBelow(folder, {".h", ".cpp", ".txt", ".cmake", ".yaml", ".md", ""})) {
      EXPECT_THAT(linesOf(file), testing::Not(testing::Contains(testing::HasSubstr(beside)))) << file;
    }
  }
}

TEST(Architecture, HeadersAreIncludedOnce) {
  for (const std::string& file : filesBelow("src", {".h"})) {
    EXPECT_THAT(linesOf(file), testing::Contains("#pragma once")) << file;
  }
}

TEST(Architecture, TheReadmeHasAParagraphForEachFolder) {
  const std::vector<std::string> readme = linesOf("src/README.md");
  for (const auto& [folder, allowed] : arrows()) {
    if (folder.empty()) { continue; }
    EXPECT_THAT(readme, testing::Contains(testing::StartsWith("- **" + folder + "/**"))) << "src/README.md";
  }
}

TEST(Architecture, TheReadmeHasAParagraphForEachWing) {
  const std::vector<std::string> readme = linesOf("src/README.md");
  for (const auto& [folder, floors] : wings()) {
    for (const std::string& wing : floors) {
      if (wing.empty()) { continue; }
      EXPECT_THAT(readme, testing::Contains(testing::StartsWith("- **" + folder + "/" + wing + "/**")))
          << "src/README.md";
    }
  }
}

TEST(Architecture, EveryFolderHasTests) {
  for (const auto& [folder, allowed] : arrows()) {
    if (folder.empty() || folder == "model") { continue; } // plain structs
    EXPECT_THAT(filesBelow("tests/" + folder, {".cpp"}), testing::Contains(testing::EndsWith("_test.cpp")));
  }
}

} // namespace
} // namespace nostall::meta

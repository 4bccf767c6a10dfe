#include "catalog/catalog.h"
#include "support/temporary_folder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace nostall {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::string> texts(const Problems& problems) {
  std::vector<std::string> found;
  for (const Problem& problem : problems) {
    found.push_back(toString(problem));
  }
  return found;
}

TEST(EmbeddedRules, HaveNoMistakes) {
  EXPECT_THAT(texts(loadCatalog(embeddedRules()).problems), IsEmpty());
}

TEST(EmbeddedRules, AreTheFilesOfTheRepositoryByteForByte) {
  const fs::path root = NOSTALL_SOURCE_DIR;
  size_t files = 0;
  for (const fs::directory_entry& entry : fs::recursive_directory_iterator(root / "rules")) {
    files += entry.path().extension() == ".yaml" ? 1 : 0;
  }
  EXPECT_EQ(embeddedRules().size(), files);
  for (const RuleSource& source : embeddedRules()) {
    EXPECT_EQ(source.text, contentOf((root / source.path).string())) << source.path;
  }
}

TEST(EmbeddedRules, AreNamedLikeTheirFiles) {
  const Catalog catalog = loadCatalog(embeddedRules()).catalog;
  for (const Rule& rule : catalog.rules) {
    EXPECT_EQ(rule.source.file, "rules/" + rule.id + ".yaml");
  }
  for (const LibraryPack& pack : catalog.packs) {
    EXPECT_EQ(pack.source.file, "rules/libraries/" + pack.library + ".yaml");
  }
}

TEST(EmbeddedRules, HaveHelp) {
  for (const Rule& rule : loadCatalog(embeddedRules()).catalog.rules) {
    EXPECT_FALSE(rule.help.empty()) << rule.id;
  }
}

/// Boost.Asio is the pack of Asio in its own namespace.
TEST(EmbeddedRules, SayWhatToWriteWithEveryAsyncLibrary) {
  const Catalog catalog = loadCatalog(embeddedRules()).catalog;
  for (const char* library : {"asio", "boost.cobalt", "seastar", "folly", "cppcoro", "libcoro", "qcoro",
                              "stdexec", "unifex", "async-simple", "concurrencpp", "kj", "drogon"}) {
    const LibraryPack* pack = catalog.pack(library);
    ASSERT_NE(pack, nullptr) << library;
    for (const Rule& rule : catalog.rules) {
      if (rule.kind == RuleKind::Suppression) { continue; }
      const auto advice = pack->instead.find(rule.id);
      EXPECT_TRUE(advice != pack->instead.end() && !advice->second.empty())
          << "rules/libraries/" << library << ".yaml: 'instead:' says nothing of " << rule.id;
    }
  }
}

/// The ```yaml blocks of a Markdown text.
std::vector<std::string> yamlBlocks(const std::string& markdown) {
  static constexpr std::string_view open = "```yaml\n";
  std::vector<std::string> blocks;
  for (size_t at = markdown.find(open); at != std::string::npos; at = markdown.find(open, at + 1)) {
    const size_t begin = at + open.size();
    blocks.push_back(markdown.substr(begin, markdown.find("\n```", begin) + 1 - begin));
  }
  return blocks;
}

TEST(RulesReadme, ExamplesHaveNoMistakes) {
  std::vector<RuleSource> sources;
  for (const RuleSource& source : embeddedRules()) {
    if (source.path != "rules/blocking-sleep.yaml") { sources.push_back(source); }
  }
  const std::vector<std::string> examples =
      yamlBlocks(contentOf(std::string(NOSTALL_SOURCE_DIR) + "/rules/README.md"));
  ASSERT_EQ(examples.size(), 3U);
  for (const std::string& example : examples) {
    sources.push_back({"README", example});
  }
  const CatalogResult result = loadCatalog(sources);
  EXPECT_THAT(texts(result.problems), IsEmpty());
  EXPECT_NE(result.catalog.rule("blocking-sleep"), nullptr);
}

class RuleFiles : public testing::Test {
protected:
  RuleFiles() { fs::create_directories(folder_.path("deep")); }

  void write(const std::string& name) const { folder_.write(name, name); }
  std::string path(const std::string& name) const { return folder_.path(name); }

  TemporaryFolder folder_;
};

TEST_F(RuleFiles, OfAFolderAreReadInNameOrder) {
  for (const char* name : {"b.yaml", "a.yml", "deep/c.yaml", "README.md"}) {
    write(name);
  }
  Problems problems;
  std::vector<std::string> found;
  for (const RuleSource& source : readRuleFiles({folder_.path()}, problems)) {
    found.push_back(source.text);
    EXPECT_EQ(source.path, path(source.text));
  }
  EXPECT_THAT(found, ElementsAre("a.yml", "b.yaml", "deep/c.yaml"));
  EXPECT_THAT(problems, IsEmpty());
}

TEST_F(RuleFiles, GivenByNameMayHaveAnyExtension) {
  write("rules.txt");
  Problems problems;
  EXPECT_EQ(readRuleFiles({path("rules.txt")}, problems).at(0).text, "rules.txt");
  EXPECT_THAT(problems, IsEmpty());
}

TEST_F(RuleFiles, WhatCannotBeReadIsAProblemAndNothingElseIsLost) {
  write("a.yaml");
  Problems problems;
  EXPECT_EQ(readRuleFiles({path("none"), path("deep"), "/dev/null", path("a.yaml")}, problems).size(), 1U);
  EXPECT_THAT(texts(problems),
              ElementsAre(path("none") + ": there is no such file or folder to read rules from",
                          path("deep") + ": the folder holds no rules: no *.yaml and no *.yml file",
                          "/dev/null: this is neither a file nor a folder that rules could be read from"));
}

} // namespace
} // namespace nostall

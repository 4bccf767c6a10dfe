// What the documents say of the rules is what the rules say.
#include "catalog/catalog.h"
#include "meta/source_tree.h"

#include <gmock/gmock.h>

#include <map>

namespace nostall::meta {
namespace {

const Catalog& rules() {
  static const CatalogResult result = loadCatalog(embeddedRules());
  return result.catalog;
}

/// "error", or "off (warning)" as the tables of the documents write it.
std::string levelInWords(const Rule& rule) {
  const std::string level(toString(rule.severity));
  return rule.enabled ? level : "off (" + level + ")";
}

/// The rows "| `id` | level | ..." of the README's table of rules.
std::map<std::string, std::string> levelsInReadme() {
  std::map<std::string, std::string> levels;
  bool in_table = false;
  for (const std::string& line : linesOf("README.md")) {
    in_table = line == "| rule | default | what |" || (in_table && line.starts_with("|"));
    if (!in_table || !line.starts_with("| `")) { continue; }
    const size_t end_of_id = line.find('`', 3);
    const size_t start = line.find("| ", end_of_id) + 2;
    levels[line.substr(3, end_of_id - 3)] = line.substr(start, line.find(" |", start) - start);
  }
  return levels;
}

TEST(Documentation, TheRulesHaveNoMistakes) {
  for (const Problem& problem : loadCatalog(embeddedRules()).problems) {
    ADD_FAILURE() << toString(problem);
  }
}

TEST(Documentation, TheReadmeListsEveryRuleWithItsLevel) {
  const std::map<std::string, std::string> levels = levelsInReadme();
  for (const Rule& rule : rules().rules) {
    ASSERT_TRUE(levels.contains(rule.id)) << "README.md does not list " << rule.id;
    EXPECT_EQ(levels.at(rule.id), levelInWords(rule)) << "README.md on " << rule.id;
  }
}

TEST(Documentation, TheReadmeListsNoRuleThatDoesNotExist) {
  for (const auto& [id, level] : levelsInReadme()) {
    EXPECT_NE(rules().rule(id), nullptr) << "README.md lists " << id;
  }
}

TEST(Documentation, EveryRuleExplainsItself) {
  for (const Rule& rule : rules().rules) {
    EXPECT_FALSE(rule.summary.empty()) << rule.id;
    EXPECT_THAT(rule.help, testing::HasSubstr("## What it does")) << rule.id;
    EXPECT_THAT(rule.help, testing::HasSubstr("```cpp")) << rule.id << " shows no example";
    EXPECT_THAT(rule.help, testing::Not(testing::HasSubstr("TODO"))) << rule.id;
  }
}

TEST(Documentation, EveryEntryOfAPackFeedsARule) {
  for (const LibraryPack& pack : rules().packs) {
    for (const BlockEntry& entry : pack.blocks) {
      EXPECT_NE(rules().rule(entry.rule), nullptr)
          << entry.source.file << ":" << entry.source.line << ": no rule '" << entry.rule << "'";
    }
  }
}

// The advice is what makes a finding worth reading: a library whose coroutines are known by name has some
// for every rule that follows chains.
TEST(Documentation, TheCoreAsyncLibrariesHaveAdviceForEveryKindOfBlocking) {
  for (const char* library : {"asio", "qcoro"}) {
    const LibraryPack* pack = rules().pack(library);
    ASSERT_NE(pack, nullptr) << library;
    for (const Rule& rule : rules().rules) {
      if (rule.kind != RuleKind::Reach) { continue; }
      EXPECT_TRUE(pack->instead.contains(rule.id))
          << library << ".yaml says nothing to write instead of " << rule.id;
    }
  }
}

} // namespace
} // namespace nostall::meta

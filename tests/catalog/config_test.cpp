#include "catalog/config.h"
#include "catalog_text.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace nostall {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::Pair;
using testing::StartsWith;

const std::string sleep_pack = "schema: 1\nlibrary: posix\nblocks:\n  blocking-sleep: [sleep]\n";

Catalog knownCatalog() {
  return loadCatalog({{"sleep", sleep_rule}, {"lock", lock_rule}, {"posix", sleep_pack}}).catalog;
}

struct Loaded {
  Config config;
  std::vector<std::string> problems;
};

Loaded load(const std::string& text) {
  Problems problems;
  Loaded loaded;
  loaded.config = loadConfig({".nostall.yaml", text}, knownCatalog(), problems);
  loaded.problems = placed(problems);
  return loaded;
}

Loaded loadBody(const std::string& body) {
  return load("schema: 1\n" + body);
}

TEST(Config, SaysWhatRulesAre) {
  const Loaded loaded = loadBody("rules:\n"
                                 "  blocking-sleep: {severity: note}\n"
                                 "  lock-across-await: {enabled: false}\n");
  EXPECT_THAT(loaded.problems, IsEmpty());
  EXPECT_THAT(loaded.config.rules.severities, ElementsAre(Pair("blocking-sleep", Severity::Note)));
  EXPECT_THAT(loaded.config.rules.enabled, ElementsAre(Pair("lock-across-await", false)));
}

TEST(Config, SaysWhatRulesAreOnPathsInTheOrderWritten) {
  const Loaded loaded = loadBody("paths:\n"
                                 "  - {paths: src/old/, rules: {blocking-sleep: {enabled: false}}}\n"
                                 "  - {paths: [a, b], rules: {blocking-sleep: {severity: warning}}}\n");
  EXPECT_THAT(loaded.problems, IsEmpty());
  ASSERT_EQ(loaded.config.sections.size(), 2U);
  EXPECT_THAT(loaded.config.sections[0].globs, ElementsAre("src/old"));
  EXPECT_THAT(loaded.config.sections[0].rules.enabled, ElementsAre(Pair("blocking-sleep", false)));
  EXPECT_THAT(loaded.config.sections[1].globs, ElementsAre("a", "b"));
  EXPECT_THAT(loaded.config.sections[1].rules.severities,
              ElementsAre(Pair("blocking-sleep", Severity::Warning)));
}

TEST(Config, NamesFoldersOfOthersAndPathsThatAreNotReported) {
  const Loaded loaded = loadBody("external: [third_party]\nexclude: [./gen, 'test/**', .]\n");
  EXPECT_THAT(loaded.problems, IsEmpty());
  ASSERT_EQ(loaded.config.external.size(), 1U);
  EXPECT_EQ(loaded.config.external[0].path, "third_party");
  EXPECT_EQ(loaded.config.external[0].source.line, 2U);
  EXPECT_EQ(loaded.config.external[0].source.column, 12U);
  EXPECT_THAT(loaded.config.exclude, ElementsAre("/gen", "test/**", "**"));
}

TEST(Config, SaysWhichWaitsAreShort) {
  EXPECT_EQ(loadBody("short_wait: 500us\n").config.short_wait, 500'000);
  EXPECT_EQ(loadBody("short_wait: 2 ms\n").config.short_wait, 2'000'000);
  EXPECT_EQ(loadBody("short_wait: 0s\n").config.short_wait, 0);
  EXPECT_EQ(loadBody("exclude: [a]\n").config.short_wait, std::nullopt);
}

TEST(Config, HasTheSectionsOfAPack) {
  const Loaded loaded =
      loadBody("namespaces: [shop]\n"
               "external_namespaces: [vendor]\n"
               "blocks:\n  blocking-sleep:\n    - {function: pause, instead: {project: p}}\n"
               "never_blocks: [log]\n"
               "elsewhere:\n  - executor: Pool\n"
               "async:\n  - task: Job\n");
  EXPECT_THAT(loaded.problems, IsEmpty());
  const LibraryPack& pack = loaded.config.pack;
  EXPECT_EQ(pack.library, project_library);
  EXPECT_THAT(pack.external_namespaces, ElementsAre("vendor"));
  ASSERT_EQ(pack.blocks.size(), 1U);
  EXPECT_EQ(pack.blocks[0].patterns[0].name, "shop::pause");
  EXPECT_EQ(pack.blocks[0].source.line, 6U);
  ASSERT_EQ(pack.never_blocks.size(), 1U);
  EXPECT_EQ(pack.executors.at(0).type, "shop::Pool");
  EXPECT_EQ(pack.tasks.at(0).type, "shop::Job");
}

TEST(Config, WithoutContentSaysNothing) {
  for (const char* text : {"", "# the root of the project\n"}) {
    const Loaded loaded = load(text);
    EXPECT_THAT(loaded.problems, IsEmpty());
    EXPECT_THAT(loaded.config.rules.severities, IsEmpty());
    EXPECT_EQ(loaded.config.pack.library, project_library);
  }
}

class ConfigMistakes : public testing::TestWithParam<Mistake> {};

TEST_P(ConfigMistakes, AreToldOnceAtTheirPlace) {
  EXPECT_THAT(loadBody(GetParam().text).problems, ElementsAre(StartsWith(GetParam().problem)));
}

INSTANTIATE_TEST_SUITE_P(
    Config, ConfigMistakes,
    testing::Values(
        Mistake{"ruels: {}\n", "2:1: the configuration has the unknown key 'ruels': did you mean 'rules'?"},
        Mistake{"library: x\n", "2:1: the configuration has the unknown key 'library'"},
        Mistake{"rules: [blocking-sleep]\n", "2:8: 'rules' must be a map from rule to settings"},
        Mistake{
            "rules:\n  blocking-slep: {enabled: false}\n",
            "3:3: there is no rule 'blocking-slep': did you mean 'blocking-sleep'? 'nostall rules' lists"},
        Mistake{"rules:\n  blocking-sleep: off\n", "3:19: the setting of 'blocking-sleep' must be a map"},
        Mistake{"rules:\n  blocking-sleep: {severity: loud}\n",
                "3:30: severity 'loud' is unknown: use error, warning or note"},
        Mistake{"rules:\n  blocking-sleep: {level: note}\n",
                "3:20: the setting of 'blocking-sleep' has the unknown key 'level'"},
        Mistake{"short_wait: -1ms\n", "2:13: 'short_wait' '-1ms' is no time"},
        Mistake{"exclude: {a: b}\n", "2:10: 'exclude' must be text or a list of texts"},
        Mistake{"exclude: [../other]\n", "2:11: the path '../other' leads out of the project"},
        Mistake{"short_wait: 5\n", "2:13: 'short_wait' '5' is no time: write a number with ns, us, ms or s"},
        Mistake{"short_wait: 5h\n", "2:13: 'short_wait' '5h' is no time"},
        Mistake{"paths: src\n", "2:8: 'paths' must be a list of sections"},
        Mistake{"paths:\n  - {rules: {}}\n", "3:5: an entry of 'paths' needs the key 'paths'"},
        Mistake{"paths:\n  - {paths: a}\n", "3:5: an entry of 'paths' needs the key 'rules'"},
        Mistake{"paths:\n  - {paths: [], rules: {}}\n", "3:5: this entry of 'paths' names no path"},
        Mistake{"blocks:\n  blocking-slep: [f]\n", "3:3: there is no rule 'blocking-slep'"},
        Mistake{"blocks:\n  lock-across-await: [f]\n", "3:3: the rule 'lock-across-await' is not of kind"}));

TEST(Config, NeedsASchema) {
  EXPECT_THAT(load("rules: {}\n").problems, ElementsAre(StartsWith("1:1: the configuration")));
  EXPECT_THAT(load("schema: 2\n").problems, ElementsAre(StartsWith("1:9: schema is ")));
  EXPECT_THAT(load("hello\n").problems, ElementsAre(StartsWith("1:1: the configuration")));
}

TEST(Config, TellsAllMistakesInTheOrderOfTheirPlaces) {
  EXPECT_THAT(loadBody("blocks: 1\nexclude: {}\nrules: 2\n").problems,
              ElementsAre(StartsWith("2:9: "), StartsWith("3:10: "), StartsWith("4:8: ")));
}

TEST(Config, KeepsWhatIsRightBesideAMistake) {
  const Loaded loaded = loadBody("rules:\n  blocking-sleep: {severity: note, enbled: true}\n");
  EXPECT_EQ(loaded.problems.size(), 1U);
  EXPECT_THAT(loaded.config.rules.severities, ElementsAre(Pair("blocking-sleep", Severity::Note)));
}

TEST(Catalog, APackIsAddedInItsPlaceOrToItsNamesake) {
  Catalog catalog = knownCatalog();
  addPack(catalog, loadBody("never_blocks: [log]\n").config.pack);
  addPack(catalog, loadBody("never_blocks: [trace]\n").config.pack);
  ASSERT_NE(catalog.pack(project_library), nullptr);
  EXPECT_EQ(catalog.pack(project_library)->never_blocks.size(), 2U);
  EXPECT_NE(catalog.pack("posix"), nullptr);
}

} // namespace
} // namespace nostall

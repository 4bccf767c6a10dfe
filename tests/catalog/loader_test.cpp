#include "catalog_text.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace nostall {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::StartsWith;

const std::string rule_head =
    "schema: 1\nid: my-rule\nkind: reach\nseverity: error\nsummary: s\nmessage: m\n";

class RuleMistakes : public testing::TestWithParam<Mistake> {};

/// The text is added to a rule without mistakes.
TEST_P(RuleMistakes, AreToldOnceAtTheirPlace) {
  EXPECT_THAT(problemsOf(rule_head + GetParam().text), ElementsAre(StartsWith(GetParam().problem)));
}

INSTANTIATE_TEST_SUITE_P(
    Loader, RuleMistakes,
    testing::Values(
        Mistake{"hlep: x\n",
                "7:1: a rule has the unknown key 'hlep': did you mean 'help'? allowed are schema, "
                "id, kind, severity, enabled, summary, message, messages, help, references and match"},
        Mistake{"enabled: yes\n", "7:10: enabled 'yes' is unknown: use true or false"},
        Mistake{"enabled: [true]\n", "7:10: 'enabled' is a list: use true or false"},
        Mistake{"help: [x]\n", "7:7: 'help' must be text: found a list"},
        Mistake{"help:\n", "7:1: 'help' must be text: found nothing"},
        Mistake{"references: x.html\n", "7:13: the reference 'x.html' is no web address"},
        Mistake{"library: x\n", "7:1: the file has an 'id' (a rule) and a 'library' (a library pack)"}));

struct WholeFile {
  const char* text;
  std::vector<std::string> problems;
};

class FileMistakes : public testing::TestWithParam<WholeFile> {};

TEST_P(FileMistakes, AreAllToldAtTheirPlaces) {
  EXPECT_EQ(problemsOf(GetParam().text), GetParam().problems);
}

INSTANTIATE_TEST_SUITE_P(
    Loader, FileMistakes,
    testing::Values(
        WholeFile{"",
                  {"the file is empty: a rule begins with 'schema: 1' and 'id: ...', a library pack with "
                   "'schema: 1' and 'library: ...'"}},
        WholeFile{"# only a comment\n",
                  {"the file is empty: a rule begins with 'schema: 1' and 'id: ...', a library "
                   "pack with 'schema: 1' and 'library: ...'"}},
        WholeFile{"- a\n", {"1:1: a rule or library pack is a map ('key: value'): found a list"}},
        WholeFile{"hello\n", {"1:1: a rule or library pack is a map ('key: value'): found the text 'hello'"}},
        WholeFile{"schema: 1\n",
                  {"1:1: this is neither a rule, which has the key 'id', nor a library pack, which has "
                   "'library'"}},
        WholeFile{
            "id: a-rule\nschema: 2\nkind: raech\nseverity: eror\nmessage: '{calee} {function'\n",
            {"1:1: a rule needs the key 'summary'",
             "2:9: schema is the text '2': this nostall reads schema 1",
             "3:7: kind 'raech' is unknown: did you mean 'reach'? use reach, lost-task, detached, lock, "
             "dangling, loop, pattern, suppression or match",
             "4:11: severity 'eror' is unknown: did you mean 'error'? use error, warning or note",
             "5:10: 'message' has the placeholder '{calee}', which nothing fills: did you mean 'callee'? use "
             "{callee}, {function}, {type} or {object}",
             "5:10: 'message' has the placeholder '{function}', which nothing fills: did you mean "
             "'function'? "
             "use {callee}, {function}, {type} or {object}"}},
        WholeFile{
            "id: My_Rule\n",
            {"1:1: a rule needs the key 'schema'", "1:1: a rule needs the key 'kind'",
             "1:1: a rule needs the key 'severity'", "1:1: a rule needs the key 'summary'",
             "1:1: a rule needs the key 'message'",
             "1:5: the id 'My_Rule' is not written as one: use small letters, digits and single dashes, like "
             "'blocking-sleep'"}}));

TEST(Loader, TwoRulesOfOneIdAreAMistakeThatNamesTheFirst) {
  EXPECT_THAT(problemsOf(sleep_rule),
              ElementsAre(StartsWith("1:1: the rule 'blocking-sleep' is there already, in sleep:")));
}

TEST(Loader, ARuleIsReadWhole) {
  const CatalogResult result = loadCatalog({{"rules/my-rule.yaml", R"(schema: 1
id: my-rule
kind: lost-task
severity: note
enabled: false
summary: A summary
message: "'{callee}' in {function}"
help: |
  # Markdown
references: [https://example.org/a, https://example.org/b]
)"}});
  EXPECT_THAT(placed(result.problems), IsEmpty());
  const Rule* rule = result.catalog.rule("my-rule");
  ASSERT_NE(rule, nullptr);
  EXPECT_EQ(rule->kind, RuleKind::LostTask);
  EXPECT_EQ(rule->severity, Severity::Note);
  EXPECT_FALSE(rule->enabled);
  EXPECT_EQ(rule->summary, "A summary");
  EXPECT_EQ(rule->message, "'{callee}' in {function}");
  EXPECT_EQ(rule->help, "# Markdown\n");
  EXPECT_THAT(rule->references, ElementsAre("https://example.org/a", "https://example.org/b"));
  EXPECT_EQ(rule->source.file, "rules/my-rule.yaml");
}

TEST(Loader, RulesAndPacksAreFoundByNameInAnyOrderOfFiles) {
  const CatalogResult result = loadCatalog({{"1", "schema: 1\nlibrary: z\n"},
                                            {"2", sleep_rule},
                                            {"3", "schema: 1\nlibrary: a\n"},
                                            {"4", lock_rule}});
  EXPECT_THAT(placed(result.problems), IsEmpty());
  EXPECT_EQ(result.catalog.packs[0].library, "a");
  EXPECT_NE(result.catalog.pack("z"), nullptr);
  EXPECT_NE(result.catalog.rule("lock-across-await"), nullptr);
  EXPECT_EQ(result.catalog.rule("lock"), nullptr);
  EXPECT_EQ(result.catalog.pack("zz"), nullptr);
}

TEST(Loader, NearestRuleForDidYouMean) {
  const CatalogResult result = loadPack("");
  EXPECT_EQ(nearestRule(result.catalog, "blocking-slep"), "blocking-sleep");
  EXPECT_EQ(nearestRule(result.catalog, "something-else"), "");
}

TEST(Loader, OneBadFileLeavesTheOthersWhole) {
  const CatalogResult result = loadCatalog({{"bad", "a: ["}, {"sleep", sleep_rule}});
  EXPECT_EQ(result.problems.size(), 1U);
  EXPECT_NE(result.catalog.rule("blocking-sleep"), nullptr);
}

TEST(Loader, MessagesShortenAndEscapeWhatTheyQuote) {
  const std::vector<std::string> problems =
      problemsOf(rule_head + "\"" + std::string(1000, 'x') + "\\e[31m\": 1\n");
  ASSERT_EQ(problems.size(), 1U);
  EXPECT_THAT(problems[0], HasSubstr("'" + std::string(60, 'x') + "...'"));
  EXPECT_LT(problems[0].size(), 400U);
}

} // namespace
} // namespace nostall

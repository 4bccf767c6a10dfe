#include "report/golden.h"
#include "report/text/rules_report.h"

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

namespace nostall {
namespace {

std::vector<RuleInfo> twoRules() {
  RuleInfo sleep;
  sleep.id = "blocking-sleep";
  sleep.severity = Severity::Error;
  sleep.summary = "A sleep parks the thread";
  sleep.help = "## What it does\n\nReports sleeps.\n\n## Example\n\n```cpp\nsleep(1);\n```\n";
  sleep.references = {"https://en.cppreference.com/w/cpp/thread/sleep_for"};
  RuleInfo heavy;
  heavy.id = "cpu-heavy";
  heavy.severity = Severity::Warning;
  heavy.enabled = false;
  heavy.summary = "Long | computations";
  return {sleep, heavy};
}

TEST(RulesReport, ListsAligned) {
  EXPECT_EQ(rulesText(twoRules()), "blocking-sleep  error    A sleep parks the thread\n"
                                   "cpu-heavy       off      Long | computations\n");
}

TEST(RulesReport, MakesAMarkdownTable) {
  EXPECT_EQ(rulesMarkdown(twoRules()), "| rule | default | what |\n| --- | --- | --- |\n"
                                       "| blocking-sleep | error | A sleep parks the thread |\n"
                                       "| cpu-heavy | off | Long \\| computations |\n");
}

TEST(RulesReport, WritesJson) {
  const auto rules = nlohmann::json::parse(rulesJson(twoRules()));
  EXPECT_EQ(rules["schema"], "nostall-rules/1");
  EXPECT_EQ(rules["rules"][1]["enabled"], false);
  EXPECT_EQ(rules["rules"][1]["severity"], "warning");
  EXPECT_EQ(rules["rules"][0]["references"].size(), 1U);
}

TEST(RulesReport, Explains) {
  expectGolden("explain.txt",
               explainText(twoRules()[0], {{"Asio", "co_await timer.async_wait(use_awaitable);"},
                                           {"folly::coro", "co_await folly::coro::sleep(d);"}}));
}

TEST(RulesReport, SaysThatARuleIsOff) {
  EXPECT_THAT(explainText(twoRules()[1], {}),
              testing::StartsWith("cpu-heavy (off by default; warning when on)\nLong | computations.\n"));
}

} // namespace
} // namespace nostall

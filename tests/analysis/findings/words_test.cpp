#include "analysis/analysis_of.h"
#include "analysis/findings/words.h"

#include <gmock/gmock.h>

namespace nostall {
namespace {

constexpr char asio_pack[] = R"(
schema: 1
library: asio
title: Asio
namespaces: [asio, "boost::asio"]
async:
  - {task: awaitable, start: lazy}
blocks:
  blocking-sleep:
    - ::sleep
    - {function: ::usleep, instead: {any: "an awaitable timer", asio: "asio::tiny_timer"}}
    - {function: ::nanosleep, instead: {any: "a short nap"}}
instead:
  blocking-sleep: "asio::steady_timer t(ex, d); co_await t.async_wait(my_asio::token);"
)";

Finding only(UnitBuilder& unit, const std::string& pack) {
  const Analysis analysis = analysisOf({unit.facts()}, pack);
  EXPECT_EQ(analysis.findings.size(), 1U);
  return analysis.findings.empty() ? Finding{} : analysis.findings[0];
}

Finding sleepIn(const std::string& task, const std::string& callee = "sleep") {
  UnitBuilder unit("/p/a.cpp");
  unit.coroutine("session", task).calls(callee, 7);
  return only(unit, asio_pack);
}

TEST(Words, NameTheLoopOfTheLibrary) {
  EXPECT_EQ(sleepIn("asio::awaitable<void>").message, "'sleep' parks the asio event loop's thread");
  EXPECT_EQ(sleepIn("Task").message, "'sleep' parks the event loop's thread");
}

TEST(Words, SayWhatTheCallLeadsTo) {
  UnitBuilder unit("/p/a.cpp");
  unit.define("pause").calls("sleep", 3);
  unit.coroutine("session").calls("pause", 7);
  EXPECT_EQ(only(unit, small_pack).message, "'sleep' parks the event loop's thread, reached through 'pause'");
}

TEST(Words, AdviseInTheLibrarysTerms) {
  EXPECT_EQ(sleepIn("asio::awaitable<void>").instead,
            "asio::steady_timer t(ex, d); co_await t.async_wait(my_asio::token);");
}

TEST(Words, AdviseInTheNamespaceThatIsUsed) {
  EXPECT_EQ(sleepIn("boost::asio::awaitable<void>").instead,
            "boost::asio::steady_timer t(ex, d); co_await t.async_wait(my_asio::token);");
}

TEST(Words, AdviseForTheEntryFirst) {
  EXPECT_EQ(sleepIn("asio::awaitable<void>", "usleep").instead, "asio::tiny_timer");
}

TEST(Words, AdviseForTheFunctionBeforeTheLibrary) {
  EXPECT_EQ(sleepIn("asio::awaitable<void>", "nanosleep").instead, "a short nap");
}

TEST(Words, AdviseInGeneralForAHomeGrownTask) {
  EXPECT_EQ(sleepIn("Task", "usleep").instead, "an awaitable timer");
  EXPECT_EQ(sleepIn("Task").instead, "");
}

TEST(Words, NameTheLibrary) {
  EXPECT_EQ(sleepIn("boost::asio::awaitable<void>").context.library, "asio");
}

TEST(Words, PrintPathsAsAsked) {
  UnitBuilder unit("/p/a.cpp");
  unit.coroutine("session").calls("sleep", 7);
  AnalysisOptions options;
  options.print_path = [](const std::string& path) { return "printed" + path; };
  EXPECT_EQ(analysisOf({unit.facts()}, small_pack, options).findings[0].at.file, "printed/p/a.cpp");
}

TEST(Words, ExpandNames) {
  EXPECT_EQ(expand("{a} and {b}, {a}", {{"a", "1"}, {"b", "{c}"}}), "1 and {c}, 1");
}

} // namespace
} // namespace nostall

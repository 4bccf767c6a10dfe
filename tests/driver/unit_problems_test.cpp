#include "driver/unit_problems.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace nostall {
namespace {

using testing::HasSubstr;
using testing::Not;

/// A unit of /p/x.cpp, which includes /p/x.h, with errors in `file`.
UnitFacts unit(UnitState state, const std::string& file = "", const std::vector<std::string>& errors = {}) {
  UnitFacts facts;
  facts.symbols.strings = {"", "/p/x.cpp", "/p/x.h", file};
  facts.path = 1;
  facts.symbols.files = {{.path = 1}, {.path = 2}};
  facts.state = state;
  for (const std::string& error : errors) {
    facts.symbols.strings.push_back(error);
    const auto text = static_cast<StringId>(facts.symbols.strings.size() - 1);
    facts.messages.push_back({.file = 3, .line = 4, .column = 2, .text = text});
  }
  return facts;
}

std::string onlyProblem(const UnitFacts& facts) {
  const UnitOutcome outcome = unitOutcome({}, {facts});
  EXPECT_EQ(outcome.problems.size(), 1U);
  return outcome.problems.empty() ? "" : toString(outcome.problems.front());
}

TEST(UnitOutcome, CountsStates) {
  CompileDatabase database;
  database.refused = {{"/p/a.cpp", "why", true}, {"/p/b.S", "assembly", false}};
  const UnitOutcome outcome =
      unitOutcome(database, {unit(UnitState::Ok), unit(UnitState::Degraded), unit(UnitState::Failed)});
  EXPECT_EQ(outcome.counts.total, 4U);
  EXPECT_EQ(outcome.counts.ok, 1U);
  EXPECT_EQ(outcome.counts.degraded, 1U);
  EXPECT_EQ(outcome.counts.failed, 2U);
  EXPECT_EQ(outcome.skipped, 1U);
}

TEST(UnitOutcome, ShowsTheFirstErrorOfADegradedUnit) {
  EXPECT_EQ(onlyProblem(unit(UnitState::Degraded, "/p/x.cpp", {"unknown type name 'X'", "a", "b"})),
            "/p/x.cpp:4:2: analysed only in part: unknown type name 'X' (and 2 more errors)");
  EXPECT_EQ(onlyProblem(unit(UnitState::Degraded, "/p/x.h", {"unknown type name 'X'", "a"})),
            "/p/x.h:4:2: x.cpp was analysed only in part: unknown type name 'X' (and 1 more error)");
}

TEST(UnitOutcome, AMissingHeaderMayHaveToBeBuilt) {
  EXPECT_THAT(onlyProblem(unit(UnitState::Degraded, "/p/x.cpp", {"'a/b.pb.h' file not found"})),
              HasSubstr("it looks generated: build the project once first"));
  EXPECT_THAT(onlyProblem(unit(UnitState::Degraded, "/p/x.cpp", {"'b.h' file not found"})),
              HasSubstr("if the build generates it, build the project once first"));
  EXPECT_THAT(onlyProblem(unit(UnitState::Degraded, "/p/x.cpp", {"expected ';'"})), Not(HasSubstr("build")));
}

TEST(UnitOutcome, NamesAFailedUnit) {
  EXPECT_EQ(onlyProblem(unit(UnitState::Failed, "/p/x.cpp", {"Clang crashed"})),
            "/p/x.cpp: not analysed: Clang crashed");
}

TEST(UnitOutcome, OneReasonIsOneSentence) {
  CompileDatabase database;
  database.refused = {{"/p/a.cpp", "modules"}, {"/p/b.cpp", "modules"}, {"/p/c.cpp", "MSVC"}};
  const UnitOutcome outcome = unitOutcome(database, {});
  ASSERT_EQ(outcome.problems.size(), 2U);
  EXPECT_EQ(toString(outcome.problems[0]), "/p/c.cpp: not analysed: MSVC");
  EXPECT_EQ(toString(outcome.problems[1]), "/p/a.cpp: not analysed: modules (and so 1 other unit)");
}

Problems emptyAmong(const std::vector<std::string>& paths) {
  std::vector<NamedPath> named;
  for (const std::string& path : paths) {
    named.push_back({path, {path}});
  }
  CompileDatabase database;
  database.path = "/p/build/compile_commands.json";
  database.refused = {{"/p/refused.cpp", "why", true}, {"/p/start.S", "assembly", false}};
  return emptyPaths(named, database, {unit(UnitState::Ok)});
}

TEST(EmptyPaths, KnowsUnitsTheirHeadersAndFolders) {
  EXPECT_TRUE(emptyAmong({}).empty());
  EXPECT_TRUE(emptyAmong({"/p", "/p/x.cpp", "/p/x.h", "/p/refused.cpp"}).empty());
}

TEST(EmptyPaths, SaysThatNothingCouldBeReported) {
  const Problems some = emptyAmong({"/p/x.h", "/p/docs"});
  ASSERT_EQ(some.size(), 1U);
  EXPECT_EQ(some[0].kind, ProblemKind::Warning);
  EXPECT_THAT(toString(some[0]),
              HasSubstr("/p/docs: no unit of '/p/build/compile_commands.json' has code here"));
  const Problems all = emptyAmong({"/p/docs", "/p/start.S"});
  ASSERT_EQ(all.size(), 2U);
  EXPECT_EQ(all[0].kind, ProblemKind::Error);
}

} // namespace
} // namespace nostall

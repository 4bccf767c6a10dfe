#include "analysis/analysis_of.h"
#include "analysis/explain/explain.h"

#include <gmock/gmock.h>

namespace nostall {
namespace {

using testing::AllOf;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

Explanation explain(UnitBuilder& unit, uint32_t line, const AnalysisOptions& options = {},
                    const std::string& pack = small_pack) {
  return explainLine(link({unit.facts()}), catalogOf(pack), options, {.files = {"/p/a.cpp"}, .line = line});
}

/// The verdict on the only call of a line, and what is believed of it.
struct Told {
  std::string verdict;
  std::vector<std::string> beliefs;
};

Told told(UnitBuilder& unit, uint32_t line, const AnalysisOptions& options = {},
          const std::string& pack = small_pack) {
  const Explanation explanation = explain(unit, line, options, pack);
  if (explanation.calls.size() != 1) { return {"not one call", {}}; }
  Told told{explanation.calls[0].verdict, {}};
  for (const Belief& belief : explanation.calls[0].beliefs) {
    told.beliefs.push_back(belief.sentence);
  }
  return told;
}

UnitBuilder chainUnit() {
  UnitBuilder unit("/p/a.cpp");
  unit.external("sleep");
  unit.define("pause").calls("sleep", 3);
  unit.coroutine("session").calls("pause", 7);
  return unit;
}

TEST(Explain, AFindingAtItsPlaceWithTheWayToWhatBlocks) {
  UnitBuilder unit = chainUnit();
  const Explanation explanation = explain(unit, 7);
  ASSERT_EQ(explanation.calls.size(), 1U);
  const ExplainedCall& call = explanation.calls[0];
  EXPECT_EQ(call.verdict, "reported: error [blocking-sleep]");
  EXPECT_EQ(call.function, "session");
  EXPECT_EQ(call.callee, "pause");
  ASSERT_EQ(call.beliefs.size(), 2U);
  EXPECT_EQ(call.beliefs[0].sentence, "'session' (coroutine, Task) is an async context");
  EXPECT_EQ(call.beliefs[1].sentence, "it reaches 'sleep' (blocking-sleep)");
  EXPECT_EQ(call.beliefs[1].chain.size(), 2U);
}

TEST(Explain, AStepOfAChainWithTheContextThatReachesIt) {
  UnitBuilder unit = chainUnit();
  const Explanation explanation = explain(unit, 3);
  ASSERT_EQ(explanation.calls.size(), 1U);
  const ExplainedCall& call = explanation.calls[0];
  EXPECT_EQ(call.verdict, "reported at /p/a.cpp:7:3: error [blocking-sleep]");
  ASSERT_EQ(call.beliefs.size(), 2U);
  EXPECT_EQ(call.beliefs[0].sentence, "'session' (coroutine, Task) reaches 'pause'");
  ASSERT_EQ(call.beliefs[0].chain.size(), 1U);
  EXPECT_EQ(call.beliefs[0].chain[0].at.line, 7U);
  EXPECT_THAT(call.beliefs[1].sentence, AllOf(HasSubstr("rules/libraries/small.yaml:5 says that it blocks"),
                                              HasSubstr("(blocking-sleep)")));
}

TEST(Explain, NoContextReachesIt) {
  UnitBuilder unit("/p/a.cpp");
  unit.define("main").calls("sleep", 3);
  const Told call = told(unit, 3);
  EXPECT_EQ(call.verdict, "not reported: no async context reaches it");
  EXPECT_THAT(call.beliefs, Contains("no async context reaches 'main'"));
}

TEST(Explain, ItRunsElsewhere) {
  UnitBuilder unit("/p/a.cpp");
  unit.external("pool");
  unit.define("work").calls("sleep", 3);
  unit.coroutine("session").passes("work", "pool", 7);
  EXPECT_EQ(told(unit, 3).verdict, "not reported: no async context reaches it");
  EXPECT_THAT(told(unit, 3).beliefs, Contains("'work' runs elsewhere, by rules/libraries/small.yaml:8"));
  EXPECT_THAT(told(unit, 7).beliefs,
              Contains("'work', its argument, runs elsewhere, by rules/libraries/small.yaml:8"));
}

TEST(Explain, ACommentSilencesIt) {
  UnitBuilder unit("/p/a.cpp");
  unit.coroutine("session").calls("sleep", 7);
  unit.comment(7, {"nostall-blocking-sleep"});
  const Told call = told(unit, 7);
  EXPECT_EQ(call.verdict, "not reported, suppressed: error [blocking-sleep]");
  EXPECT_THAT(call.beliefs, Contains("a comment in line 7 silences blocking-sleep here"));
}

TEST(Explain, TheRuleIsOff) {
  UnitBuilder unit("/p/a.cpp");
  unit.coroutine("session").calls("sleep", 7);
  AnalysisOptions options;
  options.enabled = {{"blocking-sleep", false}};
  EXPECT_EQ(told(unit, 7, options).verdict, "not reported: it is not known to block");
  EXPECT_THAT(told(unit, 7, options).beliefs, Contains(HasSubstr("but that rule is off")));
}

TEST(Explain, TheRuleIsOffInTheFile) {
  UnitBuilder unit("/p/a.cpp");
  unit.coroutine("session").calls("sleep", 7);
  AnalysisOptions options;
  options.path_settings = {
      {.covers = [](const std::string&) { return true; }, .enabled = {{"blocking-sleep", false}}}};
  EXPECT_THAT(told(unit, 7, options).beliefs, Contains(HasSubstr("off for findings in this file")));
}

TEST(Explain, TheEntryDoesNotCount) {
  const auto beliefs = [](const std::string& entry) {
    UnitBuilder unit("/p/a.cpp");
    unit.coroutine("session").calls("sleep", 7);
    return told(unit, 7, {}, "schema: 1\nlibrary: small\nblocks:\n  blocking-sleep:\n    - " + entry + "\n")
        .beliefs;
  };
  EXPECT_THAT(beliefs("{function: sleep, when: {argument: 0, is: null}}"),
              Contains(HasSubstr("its conditions do not hold here")));
  EXPECT_THAT(beliefs("{function: sleep, enabled: false}"), Contains(HasSubstr("the entry is switched off")));
  EXPECT_THAT(beliefs("{function: sleep}\nnever_blocks: [sleep]"), Contains(HasSubstr("'never_blocks'")));
  EXPECT_THAT(beliefs("{function: sleep, why: until morning}"),
              Contains("rules/libraries/small.yaml:5 says that it blocks (blocking-sleep): until morning"));
}

TEST(Explain, ItsResultIsAwaitable) {
  UnitBuilder unit("/p/a.cpp");
  BodyBuilder session = unit.coroutine("session");
  session.calls("sleep", 7);
  session.last().awaited = true;
  EXPECT_THAT(told(unit, 7).beliefs, Contains(HasSubstr("its result is awaitable")));
}

TEST(Explain, WhatIsCalledIsNotKnown) {
  UnitBuilder unit("/p/a.cpp");
  unit.external("strlen");
  unit.define("harmless");
  unit.coroutine("session").callsPointer(7).calls("strlen", 8).calls("harmless", 9).calls("nowhere", 10);
  EXPECT_THAT(told(unit, 7).beliefs, Contains(HasSubstr("nobody knows what is called")));
  EXPECT_THAT(told(unit, 8).beliefs, Contains(HasSubstr("no pack says that it blocks")));
  EXPECT_THAT(told(unit, 9).beliefs, Contains("nothing that it runs is known to block"));
  EXPECT_THAT(told(unit, 10).beliefs, Contains("no unit has its body"));
}

TEST(Explain, FunctionsThatAreNotLookedInto) {
  UnitBuilder unit("/p/a.cpp");
  unit.define("log").calls("sleep", 3).annotated("nostall::never_blocks");
  unit.define("aside").calls("sleep", 4).annotated("nostall::elsewhere");
  EXPECT_THAT(told(unit, 3).beliefs, Contains("'log' never blocks, as its annotation says"));
  EXPECT_THAT(told(unit, 4).beliefs, Contains("'aside' is annotated to run elsewhere"));
}

TEST(Explain, ALineWithoutCallsNamesItsNeighbours) {
  UnitBuilder unit("/p/a.cpp");
  unit.coroutine("session").calls("f", 3).calls("f", 5).calls("f", 20).calls("f", 21).calls("f", 90);
  const Explanation explanation = explain(unit, 6);
  EXPECT_TRUE(explanation.file_known);
  EXPECT_THAT(explanation.calls, IsEmpty());
  EXPECT_THAT(explanation.nearest_lines, ElementsAre(3, 5, 20, 21));
}

TEST(Explain, AFileThatNobodyParsedIsUnknown) {
  UnitBuilder unit = chainUnit();
  EXPECT_FALSE(
      explainLine(link({unit.facts()}), catalogOf(), {}, {.files = {"/p/b.cpp"}, .line = 3}).file_known);
}

TEST(Explain, AColumnPicksOneCall) {
  UnitBuilder unit("/p/a.cpp");
  BodyBuilder session = unit.coroutine("session");
  session.calls("f", 3).calls("g", 3);
  session.last().at.column = 40;
  EXPECT_EQ(explain(unit, 3).calls.size(), 2U);
  const Explanation one =
      explainLine(link({unit.facts()}), catalogOf(), {}, {.files = {"/p/a.cpp"}, .line = 3, .column = 40});
  ASSERT_EQ(one.calls.size(), 1U);
  EXPECT_EQ(one.calls[0].callee, "g");
}

TEST(Explain, OfManyContextsAFew) {
  UnitBuilder unit("/p/a.cpp");
  unit.define("pause").calls("sleep", 3);
  for (uint32_t i = 0; i < 5; ++i) {
    unit.coroutine("session" + std::to_string(i)).calls("pause", 10 + i);
  }
  EXPECT_THAT(told(unit, 3).beliefs, AllOf(Contains("2 more async contexts reach it"),
                                           Contains("'session0' (coroutine, Task) reaches 'pause'"),
                                           Not(Contains("'session4' (coroutine, Task) reaches 'pause'"))));
}

} // namespace
} // namespace nostall

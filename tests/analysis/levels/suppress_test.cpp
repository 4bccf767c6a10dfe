#include "analysis/analysis_of.h"
#include "analysis/levels/suppress.h"

#include <gmock/gmock.h>

namespace nostall {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

constexpr char suppressed[] = "7 error blocking-sleep session: sleep (suppressed)";
constexpr char reported[] = "7 error blocking-sleep session: sleep";

UnitBuilder sleepOnLineSeven() {
  UnitBuilder unit("/p/a.cpp");
  unit.coroutine("session").calls("sleep", 7);
  return unit;
}

TEST(Suppress, WorksAtThePlaceAndKeepsTheReason) {
  UnitBuilder unit = sleepOnLineSeven();
  const StringId reason = unit.text("start-up only");
  unit.comment(7, {"nostall-blocking-sleep"}).reason = reason;
  const Analysis analysis = analysisOf({unit.facts()});
  EXPECT_THAT(linesOf(analysis), ElementsAre(suppressed));
  EXPECT_EQ(analysis.findings[0].suppressed->reason, "start-up only");
}

TEST(Suppress, TakesGlobsAndBareComments) {
  for (const std::vector<const char*>& names :
       {std::vector<const char*>{}, {"nostall-*"}, {"*"}, {"google-runtime", "*-sleep"}}) {
    UnitBuilder unit = sleepOnLineSeven();
    SuppressionComment& comment = unit.comment(7, {});
    comment.bare = names.empty();
    for (const char* name : names) {
      comment.names.push_back(unit.text(name));
    }
    EXPECT_THAT(findingsOf(unit), ElementsAre(suppressed));
  }
}

TEST(Suppress, LeavesOtherRulesAndToolsAlone) {
  for (const char* name : {"nostall-blocking-file", "google-*", "nostall", "blocking-sleep"}) {
    UnitBuilder unit = sleepOnLineSeven();
    unit.comment(7, {name});
    AnalysisOptions options;
    options.enabled = {{"unused-suppression", false}};
    EXPECT_THAT(linesOf(analysisOf({unit.facts()}, small_pack, options)), ElementsAre(reported)) << name;
  }
}

TEST(Suppress, NextLineMeansTheLineBelow) {
  UnitBuilder unit = sleepOnLineSeven();
  unit.comment(6, {"nostall-*"}, CommentKind::NextLine);
  EXPECT_THAT(findingsOf(unit), ElementsAre(suppressed));
}

TEST(Suppress, BeginAndEndCoverTheLinesBetween) {
  UnitBuilder unit = sleepOnLineSeven();
  unit.comment(5, {"nostall-*"}, CommentKind::Begin);
  unit.comment(9, {"nostall-*"}, CommentKind::End);
  EXPECT_THAT(findingsOf(unit), ElementsAre(suppressed));
}

TEST(Suppress, ABeginNeedsAnEndOfTheSameNames) {
  UnitBuilder unit = sleepOnLineSeven();
  unit.comment(5, {"nostall-*"}, CommentKind::Begin);
  unit.comment(9, {"google-*"}, CommentKind::End);
  EXPECT_THAT(findingsOf(unit), ElementsAre(reported));
}

TEST(Suppress, AtAStepRemovesTheEdgeForEveryFinding) {
  UnitBuilder unit("/p/a.cpp");
  unit.define("pause").calls("sleep", 3);
  unit.coroutine("first").calls("pause", 7);
  unit.coroutine("second").calls("pause", 8);
  unit.comment(3, {"nostall-blocking-sleep"});
  EXPECT_THAT(findingsOf(unit), ElementsAre("7 error blocking-sleep first: pause, sleep (suppressed)",
                                            "8 error blocking-sleep second: pause, sleep (suppressed)"));
}

TEST(Suppress, AtAStepLeavesAnotherLongerChain) {
  UnitBuilder unit("/p/a.cpp");
  unit.define("deep").calls("sleep", 2);
  unit.define("pause").calls("sleep", 3).calls("deep", 4);
  unit.coroutine("session").calls("pause", 7);
  unit.comment(3, {"nostall-blocking-sleep"});
  EXPECT_THAT(findingsOf(unit), ElementsAre("7 error blocking-sleep session: pause, deep, sleep"));
}

TEST(Suppress, AnUnusedCommentIsReported) {
  UnitBuilder unit("/p/a.cpp");
  unit.coroutine("session").calls("load", 7);
  unit.comment(7, {"nostall-blocking-sleep"});
  const Analysis analysis = analysisOf({unit.facts()});
  EXPECT_THAT(linesOf(analysis), ElementsAre("7 warning unused-suppression :"));
  EXPECT_EQ(analysis.findings[0].callee, "nostall-blocking-sleep");
}

TEST(Suppress, ACommentThatNoContextReachesIsUnused) {
  UnitBuilder unit("/p/a.cpp");
  unit.define("pause").calls("sleep", 3);
  unit.define("main").calls("pause", 5);
  unit.comment(3, {"nostall-blocking-sleep"});
  EXPECT_THAT(findingsOf(unit), ElementsAre("3 warning unused-suppression :"));
}

TEST(Suppress, BothCommentsOfAChainAreUsed) {
  UnitBuilder unit("/p/a.cpp");
  unit.define("pause").calls("sleep", 3);
  unit.coroutine("session").calls("pause", 7);
  unit.comment(3, {"nostall-blocking-sleep"});
  unit.comment(7, {"nostall-blocking-sleep"});
  EXPECT_THAT(findingsOf(unit), ElementsAre("7 error blocking-sleep session: pause, sleep (suppressed)"));
}

TEST(Suppress, GlobsAndBareCommentsAreNeverUnused) {
  UnitBuilder unit("/p/a.cpp");
  unit.coroutine("session").calls("load", 7);
  unit.comment(7, {"nostall-*", "nostall-no-such-rule", "google-x"});
  unit.comment(8, {});
  EXPECT_THAT(findingsOf(unit), IsEmpty());
}

TEST(Suppress, UnusedNeedsAnEnabledRuleAndWholeUnits) {
  UnitBuilder unit("/p/a.cpp");
  unit.comment(7, {"nostall-blocking-sleep"});
  AnalysisOptions options;
  options.enabled = {{"blocking-sleep", false}};
  EXPECT_THAT(linesOf(analysisOf({unit.facts()}, small_pack, options)), IsEmpty());
  unit.facts().state = UnitState::Degraded;
  EXPECT_THAT(findingsOf(unit), IsEmpty());
}

TEST(Suppress, GlobsMatchWhole) {
  EXPECT_TRUE(matchesGlob("nostall-blocking-sleep", "nostall-*"));
  EXPECT_TRUE(matchesGlob("nostall-blocking-sleep", "*block*sleep"));
  EXPECT_TRUE(matchesGlob("", "*"));
  EXPECT_FALSE(matchesGlob("nostall-blocking-sleep", "nostall"));
  EXPECT_FALSE(matchesGlob("nostall-blocking-sleep", "*-sleeps"));
  EXPECT_FALSE(matchesGlob("", "x"));
}

} // namespace
} // namespace nostall

#include "analysis/analysis_of.h"

#include <gmock/gmock.h>

namespace nostall {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(Chains, ReportADirectCall) {
  UnitBuilder unit("/p/a.cpp");
  unit.coroutine("session").calls("sleep", 7);
  EXPECT_THAT(findingsOf(unit), ElementsAre("7 error blocking-sleep session: sleep"));
}

TEST(Chains, BeginAtTheCallInTheCoroutine) {
  UnitBuilder unit("/p/a.cpp");
  unit.define("pause").calls("sleep", 3);
  unit.define("retry").calls("pause", 5);
  unit.coroutine("session").calls("retry", 7);
  EXPECT_THAT(findingsOf(unit), ElementsAre("7 error blocking-sleep session: retry, pause, sleep"));
}

TEST(Chains, CrossUnits) {
  UnitBuilder a("/p/a.cpp");
  a.coroutine("session").calls("load", 7);
  UnitBuilder b("/p/b.cpp");
  b.define("load").calls("pause", 2);
  UnitBuilder c("/p/c.cpp");
  c.define("pause").calls("sleep", 4);
  const Analysis analysis = analysisOf({c.facts(), a.facts(), b.facts()});
  EXPECT_THAT(linesOf(analysis), ElementsAre("7 error blocking-sleep session: load, pause, sleep"));
  EXPECT_EQ(analysis.findings[0].chain[1].at.file, "/p/b.cpp");
  EXPECT_EQ(analysis.findings[0].chain[2].function, "pause");
}

TEST(Chains, NeedAnAsyncContext) {
  UnitBuilder unit("/p/a.cpp");
  unit.define("pause").calls("sleep", 3);
  unit.define("main").calls("pause", 5).calls("sleep", 6);
  EXPECT_THAT(findingsOf(unit), IsEmpty());
}

TEST(Chains, StopAtACoroutineWhichIsItsOwnRoot) {
  UnitBuilder unit("/p/a.cpp");
  unit.coroutine("inner").calls("sleep", 3);
  unit.coroutine("outer").calls("inner", 7);
  EXPECT_THAT(findingsOf(unit), ElementsAre("3 error blocking-sleep inner: sleep"));
}

TEST(Chains, AreTheShortestOfACallSite) {
  UnitBuilder unit("/p/a.cpp");
  unit.define("near").calls("far", 2).calls("sleep", 3);
  unit.define("far").calls("sleep", 4);
  unit.coroutine("session").calls("near", 7);
  EXPECT_THAT(findingsOf(unit), ElementsAre("7 error blocking-sleep session: near, sleep"));
}

TEST(Chains, OfOneLengthAreChosenByPlace) {
  UnitBuilder unit("/p/a.cpp");
  unit.define("second").at("/p/b.h", 1).calls("sleep", 2);
  unit.define("first").at("/p/c.h", 1).calls("sleep", 2);
  unit.define("both").calls("first", 3).calls("second", 4);
  unit.coroutine("session").calls("both", 7);
  EXPECT_THAT(findingsOf(unit), ElementsAre("7 error blocking-sleep session: both, first, sleep"));
}

TEST(Chains, GiveOneFindingForEachCallSite) {
  UnitBuilder unit("/p/a.cpp");
  unit.define("pause").calls("sleep", 3);
  unit.coroutine("session").calls("pause", 7).calls("pause", 8);
  EXPECT_THAT(findingsOf(unit), ElementsAre("7 error blocking-sleep session: pause, sleep",
                                            "8 error blocking-sleep session: pause, sleep"));
}

TEST(Chains, GiveOneFindingForEachRule) {
  UnitBuilder unit("/p/a.cpp");
  unit.define("store").calls("sleep", 3).calls("fsync", 4);
  unit.coroutine("session").calls("store", 7);
  EXPECT_THAT(findingsOf(unit), ElementsAre("7 warning blocking-file session: store, fsync",
                                            "7 error blocking-sleep session: store, sleep"));
}

TEST(Chains, OfAHeadersCoroutineAreReportedOnce) {
  std::vector<UnitFacts> units;
  for (const char* path : {"/p/a.cpp", "/p/b.cpp"}) {
    UnitBuilder unit(path);
    unit.coroutine("session").at("/p/h.h", 5).calls("sleep", 7);
    units.push_back(unit.facts());
  }
  EXPECT_THAT(linesOf(analysisOf(units)), ElementsAre("h.h:7 error blocking-sleep session: sleep"));
}

TEST(Chains, OfInstantiationsAreReportedOnce) {
  UnitBuilder unit("/p/a.cpp");
  for (const char* name : {"session<int>", "session<long>"}) {
    BodyBuilder session = unit.coroutine(name).at("/p/a.cpp", 5).calls("sleep", 7);
    session.facts().stable_name = unit.text("session(T)");
  }
  EXPECT_THAT(findingsOf(unit), ElementsAre("7 error blocking-sleep session<int>: sleep"));
}

TEST(Chains, EndInRecursion) {
  UnitBuilder unit("/p/a.cpp");
  unit.define("even").calls("odd", 2);
  unit.define("odd").calls("even", 3).calls("odd", 4).calls("sleep", 5);
  unit.coroutine("session").calls("even", 7).calls("session", 8);
  EXPECT_THAT(findingsOf(unit), ElementsAre("7 error blocking-sleep session: even, odd, sleep"));
}

TEST(Chains, FollowDestructors) {
  UnitBuilder unit("/p/a.cpp");
  unit.type("Guard");
  unit.define("Guard::~Guard").calls("fsync", 3);
  unit.typeFacts("Guard").destructor = unit.function("Guard::~Guard");
  unit.coroutine("session").destroys("Guard", 7);
  EXPECT_THAT(findingsOf(unit), ElementsAre("7 warning blocking-file session: Guard::~Guard, fsync"));
}

TEST(Chains, StandWhereTheFunctionStandsWhenTheCallStandsNowhere) {
  UnitBuilder unit("/p/a.cpp");
  unit.coroutine("session").at("/p/a.cpp", 5).calls("sleep", 0);
  EXPECT_THAT(findingsOf(unit), ElementsAre("5 error blocking-sleep session: sleep"));
}

TEST(Chains, TakeEveryConfigurationIntoAccount) {
  UnitBuilder a("/p/a.cpp");
  a.coroutine("session").calls("helper", 7);
  a.define("helper").at("/p/h.h", 4);
  UnitBuilder b("/p/b.cpp");
  b.define("helper").at("/p/h.h", 4).calls("sleep", 5);
  EXPECT_THAT(linesOf(analysisOf({a.facts(), b.facts()})),
              ElementsAre("7 error blocking-sleep session: helper, sleep"));
}

TEST(Chains, AreTheSameForUnitsInAnyOrder) {
  std::vector<UnitFacts> units;
  for (const std::string name : {"a", "b", "c", "d"}) {
    UnitBuilder unit("/p/" + name + ".cpp");
    unit.coroutine("session_" + name).calls("load_a", 3).calls("load_d", 4);
    unit.define("load_" + name).calls("load_b", 5).calls("load_c", 6).calls("sleep", 7);
    units.push_back(unit.facts());
  }
  const Analysis expected = analysisOf(units);
  EXPECT_EQ(expected.findings.size(), 8U);
  std::swap(units[0], units[3]);
  std::swap(units[1], units[3]);
  const Analysis shuffled = analysisOf(units);
  EXPECT_EQ(shuffled.findings, expected.findings);
  EXPECT_EQ(shuffled.root_causes, expected.root_causes);
  EXPECT_EQ(shuffled.statistics, expected.statistics);
}

TEST(Chains, AreNotReportedInExternalOrGeneratedFiles) {
  UnitBuilder unit("/p/a.cpp");
  unit.fileFacts("/p/moc.cpp").generated = true;
  unit.fileFacts("/usr/x.h").external = true;
  unit.coroutine("moc").at("/p/moc.cpp", 1).calls("sleep", 2);
  unit.coroutine("header").at("/usr/x.h", 1).calls("sleep", 2);
  EXPECT_THAT(findingsOf(unit), IsEmpty());
}

TEST(Chains, PassThroughGeneratedFiles) {
  UnitBuilder unit("/p/a.cpp");
  unit.fileFacts("/p/moc.cpp").generated = true;
  unit.define("emit").at("/p/moc.cpp", 1).calls("sleep", 2);
  unit.coroutine("session").calls("emit", 7);
  EXPECT_THAT(findingsOf(unit), ElementsAre("7 error blocking-sleep session: emit, sleep"));
}

TEST(Chains, DoNotPassThroughExternalCode) {
  UnitBuilder unit("/p/a.cpp");
  unit.define("lib::f").calls("sleep", 2);
  unit.external("lib::f");
  unit.coroutine("session").calls("lib::f", 7);
  EXPECT_THAT(findingsOf(unit), IsEmpty());
}

TEST(Chains, AreReportedOnTheAskedPathsOnly) {
  UnitBuilder a("/p/x/a.cpp");
  a.coroutine("first").calls("sleep", 7);
  UnitBuilder b("/p/xy/b.cpp");
  b.coroutine("second").calls("sleep", 8);
  AnalysisOptions options;
  options.report_paths = {"/p/x"};
  EXPECT_THAT(linesOf(analysisOf({a.facts(), b.facts()}, small_pack, options)),
              ElementsAre("7 error blocking-sleep first: sleep"));
}

} // namespace
} // namespace nostall

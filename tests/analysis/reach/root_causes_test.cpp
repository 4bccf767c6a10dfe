#include "analysis/analysis_of.h"

#include <gmock/gmock.h>

namespace nostall {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

/// "3 pause: sleep stalls 2"
std::vector<std::string> causesOf(UnitBuilder& unit) {
  std::vector<std::string> lines;
  for (const RootCause& cause : analysisOf({unit.facts()}).root_causes) {
    lines.push_back(std::to_string(cause.at.line) + " " + cause.function + ": " + cause.callee + " stalls " +
                    std::to_string(cause.contexts));
  }
  return lines;
}

TEST(RootCauses, AreRankedByTheContextsThatReachThem) {
  UnitBuilder unit("/p/a.cpp");
  unit.define("pause").calls("sleep", 3);
  unit.define("load").calls("fsync", 4).calls("pause", 5);
  unit.coroutine("first").calls("load", 7);
  unit.coroutine("second").calls("pause", 8).calls("pause", 9);
  EXPECT_THAT(causesOf(unit), ElementsAre("3 pause: sleep stalls 2", "4 load: fsync stalls 1"));
}

TEST(RootCauses, BehindOneCallSiteAreAllNamed) {
  UnitBuilder unit("/p/a.cpp");
  unit.define("near").calls("sleep", 2);
  unit.define("far").calls("sleep", 3);
  unit.define("load").calls("near", 4).calls("far", 5);
  unit.coroutine("session").calls("load", 7);
  EXPECT_THAT(causesOf(unit), ElementsAre("2 near: sleep stalls 1", "3 far: sleep stalls 1"));
}

TEST(RootCauses, CountInstantiationsOnce) {
  UnitBuilder unit("/p/a.cpp");
  unit.define("pause").calls("sleep", 3);
  for (const char* name : {"session<int>", "session<long>"}) {
    unit.coroutine(name).at("/p/a.cpp", 5).calls("pause", 7);
  }
  EXPECT_THAT(causesOf(unit), ElementsAre("3 pause: sleep stalls 1"));
}

TEST(RootCauses, ThatStallNobodyAreNone) {
  UnitBuilder unit("/p/a.cpp");
  unit.define("pause").calls("sleep", 3);
  unit.define("main").calls("pause", 4);
  unit.coroutine("session").calls("pause", 7);
  unit.comment(7, {"nostall-blocking-sleep"});
  EXPECT_THAT(causesOf(unit), IsEmpty());
}

} // namespace
} // namespace nostall

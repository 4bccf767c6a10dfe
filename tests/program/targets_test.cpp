#include "program/program_view.h"
#include "support/facts_builder.h"

#include <gmock/gmock.h>

namespace nostall {
namespace {

using testing::ElementsAre;

UnitFacts program(const std::string& name) {
  UnitBuilder unit("/p/" + name + ".cpp", "CMakeFiles/" + name + ".dir");
  unit.define("main").calls("listener", 3);
  unit.define("listener");
  return unit.facts();
}

TEST(Targets, ACallMeansTheDefinitionOfItsOwnExecutable) {
  const Program linked = link({program("echo"), program("chat"), program("daytime")});
  EXPECT_EQ(linked.nodes.size(), 6U);
  EXPECT_THAT(calleesOf(linked, "main"),
              ElementsAre("listener@/p/chat.cpp", "listener@/p/daytime.cpp", "listener@/p/echo.cpp"));
  EXPECT_EQ(linked.statistics.ambiguous_calls, 0U);
}

TEST(Targets, ACallMeansTheOnlyDefinitionOutsideOtherExecutables) {
  UnitBuilder library("/p/lib.cpp", "CMakeFiles/net.dir");
  library.define("listener");
  UnitBuilder user("/p/user.cpp", "CMakeFiles/user.dir");
  user.define("main").calls("listener", 4);
  const Program linked = link({program("echo"), library.facts(), user.facts()});
  EXPECT_THAT(calleesOf(linked, "main"), ElementsAre("listener@/p/echo.cpp", "listener@/p/lib.cpp"));
}

TEST(Targets, ALibrarysCallOfWhatTwoExecutablesDefineIsAmbiguous) {
  UnitBuilder library("/p/lib.cpp", "CMakeFiles/net.dir");
  library.define("serve").calls("listener", 4);
  const Program linked = link({program("echo"), program("chat"), library.facts()});
  EXPECT_THAT(calleesOf(linked, "serve"), ElementsAre("listener@/p/chat.cpp", "listener@/p/echo.cpp"));
  EXPECT_EQ(linked.statistics.ambiguous_calls, 1U);
}

TEST(Targets, ADefinitionKeepsItsOwnFacts) {
  UnitBuilder plain("/p/a.cpp", "CMakeFiles/a.dir");
  plain.define("main");
  plain.define("listener");
  UnitBuilder awaits("/p/b.cpp", "CMakeFiles/b.dir");
  awaits.define("main");
  awaits.coroutine("listener");
  const Program linked = link({plain.facts(), awaits.facts()});
  int coroutines = 0;
  for (const Node& node : linked.nodes) {
    coroutines += linked.symbols.functions[node.function].coroutine ? 1 : 0;
  }
  EXPECT_EQ(coroutines, 1);
}

TEST(Targets, AHeadersFunctionBelongsToAllThatIncludeIt) {
  std::vector<UnitFacts> units;
  for (const std::string name : {"a", "b"}) {
    UnitBuilder unit("/p/" + name + ".cpp", name);
    unit.define("main").calls("helper", 3);
    unit.define("helper").at("/p/h.h", 9);
    units.push_back(unit.facts());
  }
  const Program linked = link(std::move(units));
  EXPECT_EQ(linked.nodes.size(), 3U);
  EXPECT_EQ(linked.statistics.ambiguous_calls, 0U);
}

} // namespace
} // namespace nostall

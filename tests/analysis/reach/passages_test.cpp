#include "analysis/analysis_of.h"

#include <gmock/gmock.h>

namespace nostall {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

/// session hands `work`, which sleeps, to an external function on line 7.
UnitBuilder handsTo(const std::string& function) {
  UnitBuilder unit("/p/a.cpp");
  unit.external(function);
  unit.define("work").calls("sleep", 3);
  unit.coroutine("session").passes("work", function, 7);
  return unit;
}

TEST(Passages, AnInlineCallableRunsInPlace) {
  UnitBuilder unit = handsTo("for_each");
  EXPECT_THAT(findingsOf(unit), ElementsAre("7 error blocking-sleep session: work, sleep"));
  EXPECT_EQ(analysisOf({unit.facts()}).findings[0].chain[0].remark, "runs inside 'for_each'");
}

TEST(Passages, ACallableForAnotherThreadDoesNotRunHere) {
  UnitBuilder unit = handsTo("pool");
  EXPECT_THAT(findingsOf(unit), IsEmpty());
}

TEST(Passages, AnUnknownExternalFunctionMayRunIt) {
  UnitBuilder unit = handsTo("lib::visit");
  const Analysis analysis = analysisOf({unit.facts()});
  EXPECT_THAT(linesOf(analysis), ElementsAre("7 note blocking-sleep session: work, sleep"));
  EXPECT_EQ(analysis.findings[0].chain[0].remark, "may run inside 'lib::visit'");
  EXPECT_EQ(statistic(analysis, "may_run_here"), 1U);
}

TEST(Passages, AWrapperOnlyKeepsIt) {
  UnitBuilder unit = handsTo("std::function::function");
  unit.facts().bodies[1].events[0].kind = EventKind::Construct;
  EXPECT_THAT(findingsOf(unit), IsEmpty());
}

TEST(Passages, AnAssignmentOnlyKeepsIt) {
  UnitBuilder unit = handsTo("std::function::operator=");
  EXPECT_THAT(findingsOf(unit), IsEmpty());
}

TEST(Passages, AContainerOfCallablesOnlyKeepsIt) {
  UnitBuilder unit = handsTo("std::vector::emplace_back");
  unit.typeFacts("void ()").kind = TypeKind::Function;
  const TypeId signature = unit.type("void ()");
  unit.typeFacts("std::function<void ()>").arguments.push_back(signature);
  const TypeId function = unit.type("std::function<void ()>");
  unit.typeFacts("std::vector<std::function<void ()>>").arguments.push_back(function);
  unit.facts().bodies[1].events[0].object.edit().type = unit.type("std::vector<std::function<void ()>>");
  EXPECT_THAT(findingsOf(unit), IsEmpty());
}

TEST(Passages, WhatReturnsTheClosureOnlyHandsItOn) {
  UnitBuilder unit = handsTo("std::move");
  unit.typeFacts("closure").is_lambda = true;
  unit.facts().bodies[1].events[0].type = unit.type("closure");
  EXPECT_THAT(findingsOf(unit), IsEmpty());
}

TEST(Passages, TheProjectsOwnFunctionIsReadInstead) {
  UnitBuilder unit("/p/a.cpp");
  unit.define("keep");
  unit.define("work").calls("sleep", 3);
  unit.coroutine("session").passes("work", "keep", 7);
  EXPECT_THAT(findingsOf(unit), IsEmpty());
}

TEST(Passages, ACoroutineThatIsHandedOnIsItsOwnRoot) {
  UnitBuilder unit("/p/a.cpp");
  unit.external("for_each");
  unit.coroutine("work").calls("sleep", 3);
  unit.coroutine("session").passes("work", "for_each", 7);
  EXPECT_THAT(findingsOf(unit), ElementsAre("3 error blocking-sleep work: sleep"));
}

TEST(Passages, AnExternalFunctionConstructsAndDestroysItsTypeArgument) {
  UnitBuilder unit("/p/a.cpp");
  unit.external("make");
  unit.external("drop");
  unit.type("Config");
  unit.define("Config::Config").calls("fsync", 2);
  unit.functionFacts("Config::Config").kind = FunctionKind::Constructor;
  unit.define("Config::~Config").calls("sleep", 3);
  unit.functionFacts("Config::~Config").kind = FunctionKind::Destructor;
  unit.typeFacts("Config").destructor = unit.function("Config::~Config");
  BodyBuilder session = unit.coroutine("session").calls("make", 7);
  session.calls("drop", 8);
  unit.functionFacts("make").template_arguments.push_back(unit.type("Config"));
  unit.functionFacts("drop").template_arguments.push_back(unit.type("Config"));
  const std::string pack = std::string(small_pack) + "constructs:\n  - {function: make, type_argument: 0}\n"
                                                     "destroys:\n  - {function: drop, type_argument: 0}\n";
  EXPECT_THAT(findingsOf(unit, pack), ElementsAre("7 warning blocking-file session: Config::Config, fsync",
                                                  "8 error blocking-sleep session: Config::~Config, sleep"));
}

TEST(Passages, DestroysWhatAPointerToABaseHolds) {
  UnitBuilder unit("/p/a.cpp");
  unit.external("drop");
  unit.derive("File", "Store");
  unit.overrides("File::~File", "Store::~Store").calls("sleep", 3);
  unit.typeFacts("Store").destructor = unit.function("Store::~Store");
  unit.constructs("File");
  unit.coroutine("session").calls("drop", 7);
  unit.functionFacts("drop").template_arguments.push_back(unit.type("Store"));
  const std::string pack = std::string(small_pack) + "destroys:\n  - {function: drop, type_argument: 0}\n";
  EXPECT_THAT(findingsOf(unit, pack), ElementsAre("7 error blocking-sleep session: File::~File, sleep"));
}

TEST(Passages, ConstructsWithTheConstructorThatFits) {
  UnitBuilder unit("/p/a.cpp");
  unit.external("make");
  unit.type("Config");
  unit.define("Config::Config").calls("fsync", 2);
  unit.define("Config::Config#2");
  const TypeId path = unit.type("Path");
  for (const char* name : {"Config::Config", "Config::Config#2"}) {
    unit.functionFacts(name).kind = FunctionKind::Constructor;
  }
  unit.functionFacts("Config::Config").parameters.push_back(path);
  BodyBuilder session = unit.coroutine("session").calls("make", 7);
  session.calls("make", 8);
  unit.functionFacts("make").template_arguments.push_back(unit.type("Config"));
  session.last().arguments.push_back({.type = path});
  const std::string pack = std::string(small_pack) + "constructs:\n  - {function: make, type_argument: 0}\n";
  EXPECT_THAT(findingsOf(unit, pack), ElementsAre("8 warning blocking-file session: Config::Config, fsync"));
}

} // namespace
} // namespace nostall

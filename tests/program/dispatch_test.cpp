#include "program/program_view.h"
#include "support/facts_builder.h"

#include <gmock/gmock.h>

namespace nostall {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

/// Store <- File <- Log, and Store <- Memory; each but Log has its own save().
UnitBuilder stores() {
  UnitBuilder unit("/p/a.cpp");
  unit.derive("File", "Store");
  unit.derive("Memory", "Store");
  unit.derive("Log", "File");
  unit.functionFacts("Store::save").pure = true;
  unit.typeFacts("Store").abstract = true;
  unit.overrides("File::save", "Store::save");
  unit.overrides("Memory::save", "Store::save");
  return unit;
}

TEST(Dispatch, ReachesTheOverridersOfConstructedClasses) {
  UnitBuilder unit = stores();
  unit.define("run").callsVirtual("Store::save", 3);
  unit.constructs("File");
  EXPECT_THAT(calleesOf(link({unit.facts()}), "run"), ElementsAre("File::save@/p/a.cpp"));
}

TEST(Dispatch, ReachesWhatAConstructedClassInherits) {
  UnitBuilder unit = stores();
  unit.define("run").callsVirtual("Store::save", 3);
  unit.constructs("Log");
  EXPECT_THAT(calleesOf(link({unit.facts()}), "run"), ElementsAre("File::save@/p/a.cpp"));
}

TEST(Dispatch, ReachesEveryOverriderWhenNobodyConstructsAny) {
  UnitBuilder unit = stores();
  unit.define("run").callsVirtual("Store::save", 3);
  EXPECT_THAT(calleesOf(link({unit.facts()}), "run"),
              ElementsAre("File::save@/p/a.cpp", "Memory::save@/p/a.cpp"));
}

TEST(Dispatch, LooksBelowTheStaticClassOnly) {
  UnitBuilder unit = stores();
  unit.define("run").callsVirtual("Store::save", 3, "Memory");
  unit.constructs("File");
  unit.constructs("Memory");
  EXPECT_THAT(calleesOf(link({unit.facts()}), "run"), ElementsAre("Memory::save@/p/a.cpp"));
}

TEST(Dispatch, CountsCandidatesWithoutABody) {
  UnitBuilder unit = stores();
  unit.derive("Remote", "Store");
  unit.functionFacts("Remote::save").overrides.push_back(unit.function("Store::save"));
  unit.define("run").callsVirtual("Store::save", 3);
  unit.constructs("File");
  unit.constructs("Remote");
  const Edge edge = onlyEdge(link({unit.facts()}));
  EXPECT_EQ(edge.candidates, 2U);
  EXPECT_EQ(edge.count, 1U);
  EXPECT_EQ(edge.kind, EdgeKind::Dispatched);
}

TEST(Dispatch, ConstructsWhatExternalTemplatesAreGiven) {
  UnitBuilder unit = stores();
  unit.external("std::make_unique");
  unit.define("run").callsVirtual("Store::save", 3).calls("std::make_unique", 4);
  unit.define("make").calls("std::make_unique", 5);
  unit.functionFacts("std::make_unique").template_arguments.push_back(unit.type("Memory"));
  EXPECT_THAT(calleesOf(link({unit.facts()}), "run"), ElementsAre("Memory::save@/p/a.cpp"));
}

TEST(Dispatch, AnExecutableNeverSeesAnothersObjects) {
  UnitBuilder a("/p/a.cpp", "a");
  a.derive("File", "Store");
  a.define("main").callsVirtual("Store::save", 3);
  a.overrides("File::save", "Store::save").at("/p/h.h", 5);
  a.constructs("File");
  UnitBuilder b("/p/b.cpp", "b");
  b.derive("Memory", "Store");
  b.define("main").callsVirtual("Store::save", 3);
  b.overrides("Memory::save", "Store::save");
  b.constructs("Memory");
  EXPECT_THAT(calleesOf(link({a.facts(), b.facts()}), "main"),
              ElementsAre("File::save@/p/h.h", "Memory::save@/p/b.cpp"));
}

TEST(Dispatch, OfAMethodThatNobodyDefinesHasNoEdge) {
  UnitBuilder unit("/p/a.cpp");
  unit.derive("File", "Store");
  unit.define("run").callsVirtual("Store::save", 3);
  EXPECT_THAT(calleesOf(link({unit.facts()}), "run"), IsEmpty());
}

} // namespace
} // namespace nostall

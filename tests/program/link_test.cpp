#include "program/program_view.h"
#include "support/facts_builder.h"

#include <gmock/gmock.h>

namespace nostall {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

/// What a program says, as text: ids, order and all.
std::string dump(const Program& program) {
  std::string text;
  for (const std::string& string : program.symbols.strings) {
    text += string + ";";
  }
  for (const LinkedBody& body : program.bodies) {
    text += "\n" + program.symbols.text(program.symbols.functions[body.body.function].name) + ":";
    for (const Event& event : body.body.events) {
      text += " " + std::to_string(event.callee) + "@" + std::to_string(event.at.line);
    }
    for (EdgeId id = body.first_edge; id < body.first_edge + body.edge_count; ++id) {
      text += " ->" + std::to_string(program.callees[program.edges[id].first]);
    }
  }
  for (const SuppressionComment& comment : program.comments) {
    text += "#" + std::to_string(comment.line);
  }
  return text;
}

TEST(Link, FollowsACallIntoAnotherUnit) {
  UnitBuilder a("/p/a.cpp");
  a.define("session").calls("load", 3);
  UnitBuilder b("/p/b.cpp");
  b.define("load");
  EXPECT_THAT(calleesOf(link({a.facts(), b.facts()}), "session"), ElementsAre("load@/p/b.cpp"));
}

TEST(Link, DoesNotDependOnTheOrderOfUnits) {
  UnitBuilder a("/p/a.cpp");
  a.define("session").calls("load", 3).calls("store", 4);
  a.comment(9, {"nostall-*"});
  UnitBuilder b("/p/b.cpp");
  b.define("load").calls("store", 5);
  UnitBuilder c("/p/c.cpp");
  c.define("store").calls("fsync", 6);
  c.comment(2, {});
  const std::string expected = dump(link({a.facts(), b.facts(), c.facts()}));
  EXPECT_EQ(dump(link({c.facts(), a.facts(), b.facts()})), expected);
  EXPECT_EQ(dump(link({b.facts(), c.facts(), a.facts()})), expected);
}

TEST(Link, TellsTwoCommandsForOneFileApartByTheirContent) {
  UnitBuilder debug("/p/a.cpp");
  debug.define("run").at("/p/a.cpp", 1).calls("check", 3);
  UnitBuilder release("/p/a.cpp");
  release.define("run").at("/p/a.cpp", 1).calls("skip", 4);
  EXPECT_EQ(dump(link({debug.facts(), release.facts()})), dump(link({release.facts(), debug.facts()})));
}

TEST(Link, TakesUnitsOneAfterTheOtherAsIfItHadThemAll) {
  std::vector<UnitFacts> units;
  for (const char* path : {"/p/c.cpp", "/p/a.cpp", "/p/b.cpp", "/p/a.cpp"}) {
    UnitBuilder unit(path, "CMakeFiles/app.dir");
    unit.define("of_unit_" + std::to_string(units.size())).calls("sleep", 3);
    units.push_back(unit.facts());
  }
  std::vector<UnitName> names;
  for (const UnitFacts& unit : units) {
    names.push_back({unit.symbols.text(unit.path), unit.symbols.text(unit.target)});
  }
  EXPECT_EQ(dump(link(names, [&](size_t unit) { return units[unit]; })), dump(link(units)));
}

TEST(Link, TellsTwoCommandsApartThatDifferInAConstant) {
  std::vector<UnitFacts> units;
  for (const int64_t timeout : {0, 5}) {
    UnitBuilder unit("/p/a.cpp");
    BodyBuilder run = unit.define("run").calls("poll", 3);
    run.last().arguments.push_back({.number = timeout, .constant = ConstantKind::Integer});
    units.push_back(unit.facts());
  }
  const auto firstTimeout = [](const Program& program) {
    return program.bodies.at(0).body.events[0].arguments[0].number;
  };
  EXPECT_EQ(firstTimeout(link({units[0], units[1]})), firstTimeout(link({units[1], units[0]})));
}

TEST(Link, KeepsAnEqualBodyOfAHeaderOnce) {
  std::vector<UnitFacts> units;
  for (const char* path : {"/p/a.cpp", "/p/b.cpp"}) {
    UnitBuilder unit(path);
    unit.text(path); // other units have other strings before the header's
    unit.define("helper").at("/p/h.h", 4).calls("usleep", 5);
    units.push_back(unit.facts());
  }
  const Program program = link(std::move(units));
  EXPECT_EQ(program.nodes.size(), 1U);
  EXPECT_EQ(program.bodies.size(), 1U);
}

TEST(Link, KeepsTheBodiesOfTwoConfigurationsInOneNode) {
  UnitBuilder a("/p/a.cpp");
  a.define("helper").at("/p/h.h", 4).calls("usleep", 5);
  UnitBuilder b("/p/b.cpp");
  b.define("helper").at("/p/h.h", 4).calls("poll", 6);
  const Program program = link({a.facts(), b.facts()});
  ASSERT_EQ(program.nodes.size(), 1U);
  EXPECT_EQ(program.nodes[0].body_count, 2U);
}

TEST(Link, BelievesADefinitionMoreThanADeclaration) {
  UnitBuilder a("/p/a.cpp");
  a.functionFacts("load").at = {.file = 0, .line = 2};
  UnitBuilder b("/p/b.cpp");
  b.coroutine("load");
  const Program program = link({a.facts(), b.facts()});
  ASSERT_NE(functionNamed(program, "load"), nullptr);
  EXPECT_TRUE(functionNamed(program, "load")->coroutine);
  EXPECT_EQ(functionNamed(program, "load")->at.line, 1001U);
}

TEST(Link, UnitesWhatDeclarationsAnnotate) {
  UnitBuilder a("/p/a.cpp");
  a.functionFacts("load").annotations.push_back(a.text("nostall::may_block"));
  UnitBuilder b("/p/b.cpp");
  b.define("load");
  const Program program = link({a.facts(), b.facts()});
  EXPECT_EQ(functionNamed(program, "load")->annotations.size(), 1U);
}

TEST(Link, CompletesATypeThatOneUnitOnlyDeclares) {
  UnitBuilder a("/p/a.cpp");
  a.type("Task");
  UnitBuilder b("/p/b.cpp");
  b.typeFacts("Task").awaiter = true;
  b.derive("Task", "Base");
  const Program program = link({a.facts(), b.facts()});
  ASSERT_EQ(program.symbols.types.size(), 2U);
  EXPECT_TRUE(program.symbols.types[0].awaiter);
  EXPECT_EQ(program.symbols.types[0].bases.size(), 1U);
}

TEST(Link, KeepsAnonymousTypesOfTwoUnitsApart) {
  UnitBuilder a("/p/a.cpp");
  a.type("(anonymous namespace)::State");
  UnitBuilder b("/p/b.cpp");
  b.type("(anonymous namespace)::State");
  EXPECT_EQ(link({a.facts(), b.facts()}).symbols.types.size(), 2U);
}

TEST(Link, WritesEachCommentOfAHeaderOnceAndInOrder) {
  std::vector<UnitFacts> units;
  for (const char* path : {"/p/a.cpp", "/p/b.cpp"}) {
    UnitBuilder unit(path);
    unit.comment(7, {"nostall-*"}).file = unit.file("/p/h.h");
    unit.comment(3, {"nostall-*"}).file = unit.file("/p/h.h");
    units.push_back(unit.facts());
  }
  const Program program = link(std::move(units));
  ASSERT_EQ(program.comments.size(), 2U);
  EXPECT_EQ(program.comments[0].line, 3U);
}

TEST(Link, DistrustsTheFilesOfADegradedUnit) {
  UnitBuilder good("/p/a.cpp");
  good.file("/p/h.h");
  UnitBuilder bad("/p/b.cpp");
  bad.file("/p/h.h");
  bad.facts().state = UnitState::Degraded;
  EXPECT_THAT(link({good.facts(), bad.facts()}).file_parsed, ElementsAre(1, 0, 0));
}

TEST(Link, DistrustsHeadersWhenAUnitFailed) {
  UnitBuilder good("/p/a.cpp");
  good.file("/p/h.h");
  UnitFacts failed;
  failed.state = UnitState::Failed;
  EXPECT_THAT(link({good.facts(), failed}).file_parsed, ElementsAre(1, 0));
}

TEST(Link, CountsCallsThroughPointers) {
  UnitBuilder unit("/p/a.cpp");
  unit.define("run").callsPointer(3).calls("load", 4);
  const Program program = link({unit.facts()});
  EXPECT_EQ(program.statistics.calls, 2U);
  EXPECT_EQ(program.statistics.pointer_calls, 1U);
}

TEST(Link, CountsCallsThroughWrappers) {
  UnitBuilder unit("/p/a.cpp");
  unit.typeFacts("void ()").kind = TypeKind::Function;
  const TypeId signature = unit.type("void ()");
  unit.typeFacts("function<void ()>").arguments.push_back(signature);
  unit.external("function<void ()>::operator()");
  unit.define("run").calls("function<void ()>::operator()", 3);
  EXPECT_EQ(link({unit.facts()}).statistics.pointer_calls, 1U);
}

TEST(Link, FollowsAPointerWithAVisibleTarget) {
  UnitBuilder unit("/p/a.cpp");
  unit.define("load");
  BodyBuilder run = unit.define("run").callsPointer(3);
  run.last().object.edit().callables.push_back(unit.function("load"));
  EXPECT_THAT(calleesOf(link({unit.facts()}), "run"), ElementsAre("load@/p/a.cpp"));
}

TEST(Link, CallsTheNamedMethodOfAFunctionObject) {
  UnitBuilder unit("/p/a.cpp");
  unit.define("load");
  BodyBuilder run = unit.define("run").calls("reset", 3);
  run.last().object.edit().callables.push_back(unit.function("load"));
  EXPECT_THAT(calleesOf(link({unit.facts()}), "run"), IsEmpty());
}

TEST(Link, OfNothingIsEmpty) {
  EXPECT_TRUE(link({}).nodes.empty());
}

} // namespace
} // namespace nostall

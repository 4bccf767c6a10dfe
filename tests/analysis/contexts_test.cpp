#include "analysis/analysis_of.h"

#include <gmock/gmock.h>

namespace nostall {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(Contexts, AGeneratorIsAPlainFunction) {
  UnitBuilder unit("/p/a.cpp");
  BodyBuilder numbers = unit.coroutine("numbers", "generator<int>").calls("sleep", 3);
  numbers.facts().yields_only = true;
  unit.typeFacts("generator<int>").awaiter = false;
  unit.coroutine("session").calls("numbers", 7);
  EXPECT_THAT(findingsOf(unit), ElementsAre("7 error blocking-sleep session: numbers, sleep"));
}

TEST(Contexts, AnAsyncGeneratorThatAwaitsIsOne) {
  UnitBuilder unit("/p/a.cpp");
  unit.coroutine("numbers", "async_generator<int>").calls("sleep", 3).awaits("Task", 4);
  unit.typeFacts("async_generator<int>").awaiter = false;
  EXPECT_THAT(findingsOf(unit), ElementsAre("3 error blocking-sleep numbers: sleep"));
}

TEST(Contexts, APromiseThatRefusesAwaitsMakesNone) {
  UnitBuilder unit("/p/a.cpp");
  unit.coroutine("numbers", "generator<int>").calls("sleep", 3);
  unit.typeFacts("generator<int>").awaiter = false;
  unit.typeFacts("generator<int>").generator = true;
  EXPECT_THAT(findingsOf(unit), IsEmpty());
}

TEST(Contexts, ASynchronousTypeOfAPackMakesNone) {
  UnitBuilder unit("/p/a.cpp");
  unit.coroutine("parse", "Expected<int>").calls("sleep", 3);
  const std::string pack = std::string(small_pack) + "async:\n  - {sync: Expected}\n";
  EXPECT_THAT(findingsOf(unit, pack), IsEmpty());
}

TEST(Contexts, AFireAndForgetCoroutineIsOne) {
  UnitBuilder unit("/p/a.cpp");
  unit.coroutine("run", "detached").calls("sleep", 3);
  unit.typeFacts("detached").awaiter = false;
  EXPECT_THAT(findingsOf(unit), ElementsAre("3 error blocking-sleep run: sleep"));
}

TEST(Contexts, AnAnnotatedFunctionIsOne) {
  UnitBuilder unit("/p/a.cpp");
  unit.define("on_timer").annotated("nostall::async").calls("sleep", 3);
  const Analysis analysis = analysisOf({unit.facts()});
  EXPECT_THAT(linesOf(analysis), ElementsAre("3 error blocking-sleep on_timer: sleep"));
  EXPECT_EQ(analysis.findings[0].context.kind, ContextKind::Declared);
}

TEST(Contexts, AnAnnotationHoldsForOverriders) {
  UnitBuilder unit("/p/a.cpp");
  unit.derive("Handler", "Reactor");
  unit.functionFacts("Reactor::on_read").annotations.push_back(unit.text("nostall::async"));
  unit.overrides("Handler::on_read", "Reactor::on_read").calls("sleep", 3);
  EXPECT_THAT(findingsOf(unit), ElementsAre("3 error blocking-sleep Handler::on_read: sleep"));
}

TEST(Contexts, ANonblockingFunctionIsARootAndALeaf) {
  UnitBuilder unit("/p/a.cpp");
  BodyBuilder render = unit.define("render").calls("sleep", 3);
  render.facts().attr_nonblocking = true;
  unit.coroutine("session").calls("render", 7);
  EXPECT_THAT(findingsOf(unit), ElementsAre("3 error blocking-sleep render: sleep"));
}

TEST(Contexts, ElsewhereIsNone) {
  UnitBuilder unit("/p/a.cpp");
  unit.define("work").annotated("nostall::elsewhere").calls("sleep", 3);
  unit.coroutine("session").calls("work", 7);
  EXPECT_THAT(findingsOf(unit), IsEmpty());
}

TEST(Contexts, ACoroutineThatOnlyAPoolStartsIsNone) {
  UnitBuilder unit("/p/a.cpp");
  unit.external("pool");
  unit.coroutine("work").calls("sleep", 3);
  unit.coroutine("both").calls("sleep", 4);
  unit.define("main").passes("work", "pool", 7).passes("both", "pool", 8).calls("both", 9);
  EXPECT_THAT(findingsOf(unit), ElementsAre("4 error blocking-sleep both: sleep"));
}

TEST(Contexts, NeverBlocksStopsChains) {
  UnitBuilder unit("/p/a.cpp");
  unit.define("log").annotated("nostall::never_blocks").calls("fsync", 3);
  unit.define("app::trace").calls("fsync", 4);
  unit.coroutine("session").calls("log", 7).calls("app::trace", 8);
  const std::string pack = std::string(small_pack) + "never_blocks:\n  - {function: \"app::trace\"}\n";
  EXPECT_THAT(findingsOf(unit, pack), IsEmpty());
}

TEST(Contexts, ACoroutineThatPromisesNotToBlockIsSuppressed) {
  UnitBuilder unit("/p/a.cpp");
  unit.coroutine("session").annotated("nostall::never_blocks").calls("sleep", 7);
  EXPECT_THAT(findingsOf(unit), ElementsAre("7 error blocking-sleep session: sleep (suppressed)"));
}

TEST(Contexts, MayBlockIsALeafThatBlocks) {
  UnitBuilder unit("/p/a.cpp");
  unit.functionFacts("fetch").annotations.push_back(unit.text("nostall::may_block"));
  unit.functionFacts("wait").attr_blocking = true;
  unit.coroutine("session").calls("fetch", 7).calls("wait", 8);
  EXPECT_THAT(findingsOf(unit),
              ElementsAre("7 error blocking-wait session: fetch", "8 error blocking-wait session: wait"));
}

TEST(Contexts, ACallWhoseResultIsAwaitableDoesNotBlock) {
  UnitBuilder unit("/p/a.cpp");
  unit.typeFacts("Task").awaiter = true;
  unit.functionFacts("sleep").result = unit.type("Task");
  unit.coroutine("session").calls("sleep", 7);
  EXPECT_THAT(findingsOf(unit), IsEmpty());
}

TEST(Contexts, ACallThatReturnsAReferenceToItsAwaitableObjectMayBlock) {
  UnitBuilder unit("/p/a.cpp");
  unit.typeFacts("Task").awaiter = true;
  const TypeId task = unit.type("Task");
  unit.typeFacts("Task &").kind = TypeKind::Reference;
  unit.typeFacts("Task &").pointee = task;
  unit.functionFacts("sleep").result = unit.type("Task &");
  unit.coroutine("session").calls("sleep", 7);
  EXPECT_THAT(findingsOf(unit), ElementsAre("7 error blocking-sleep session: sleep"));
}

TEST(Contexts, ACallThatIsAwaitedDoesNotBlock) {
  UnitBuilder unit("/p/a.cpp");
  BodyBuilder session = unit.coroutine("session").calls("sleep", 7);
  session.last().awaited = true;
  EXPECT_THAT(findingsOf(unit), IsEmpty());
}

TEST(Contexts, AnAwaitedStdTypeIsAwaitableOnlyWhenAPackSaysSo) {
  UnitBuilder unit("/p/a.cpp");
  unit.functionFacts("sleep").result = unit.type("std::future<void>");
  unit.coroutine("session").calls("sleep", 7);
  unit.coroutine("other").awaits("std::future<void>", 9);
  EXPECT_THAT(findingsOf(unit), ElementsAre("7 error blocking-sleep session: sleep"));
  EXPECT_THAT(findingsOf(unit, std::string(small_pack) + "async:\n  - {awaitable: \"std::future\"}\n"),
              IsEmpty());
}

TEST(Contexts, AnAwaitedNumberMakesNoNumberAwaitable) {
  UnitBuilder unit("/p/a.cpp");
  unit.typeFacts("int").kind = TypeKind::Other;
  unit.functionFacts("sleep").result = unit.type("int");
  unit.coroutine("session").calls("sleep", 7);
  unit.coroutine("other").awaits("int", 9);
  EXPECT_THAT(findingsOf(unit), ElementsAre("7 error blocking-sleep session: sleep"));
}

TEST(Contexts, AHomeGrownTaskTypeNeedsNoRule) {
  UnitBuilder unit("/p/a.cpp");
  unit.coroutine("session", "app::Fiber<void>").calls("sleep", 7);
  const Analysis analysis = analysisOf({unit.facts()});
  ASSERT_EQ(analysis.findings.size(), 1U);
  EXPECT_EQ(analysis.findings[0].context.task_type, "app::Fiber<void>");
  EXPECT_EQ(analysis.findings[0].context.library, "");
}

} // namespace
} // namespace nostall

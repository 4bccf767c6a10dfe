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

constexpr char loop_pack[] = R"(
schema: 1
library: small
title: Small
namespaces: [first, second, "::"]
blocks:
  blocking-sleep:
    - ::sleep
    - {function: ::dialog, in_callback: note}
async:
  - {task: future, start: eager}
  - {task: thread_future, context: false}
  - {callback_of_function: [::post, "first::post", "second::post"], argument: 0}
  - {overrides: "::Reactor::on_read"}
elsewhere:
  - {function: ::post, argument: 0, when: {argument: 1, type: ::pool}}
  - {executor: ::pool}
instead:
  blocking-sleep: "first::timer"
)";

TEST(Contexts, ACallbackIsOne) {
  UnitBuilder unit("/p/a.cpp");
  unit.external("second::post");
  unit.define("on_timer").calls("sleep", 3);
  unit.define("start").passes("on_timer", "second::post", 7);
  const Analysis analysis = analysisOf({unit.facts()}, loop_pack);
  ASSERT_THAT(linesOf(analysis), ElementsAre("3 error blocking-sleep on_timer: sleep"));
  const Context& context = analysis.findings[0].context;
  EXPECT_EQ(context.kind, ContextKind::Callback);
  EXPECT_EQ(context.library, "small");
  ASSERT_TRUE(context.started);
  EXPECT_EQ(context.started->at.line, 7U);
  EXPECT_EQ(context.started->function, "second::post");
  EXPECT_EQ(analysis.findings[0].message, "'sleep' parks the second event loop's thread");
  EXPECT_EQ(analysis.findings[0].instead, "second::timer");
}

TEST(Contexts, ACallbackThatIsCalledPlainlyKeepsItsCallers) {
  UnitBuilder unit("/p/a.cpp");
  unit.external("post");
  unit.define("both").calls("sleep", 3);
  unit.define("start").passes("both", "post", 7);
  unit.coroutine("session").calls("both", 9);
  EXPECT_THAT(findingsOf(unit, loop_pack), ElementsAre("3 error blocking-sleep both: sleep",
                                                       "9 error blocking-sleep session: both, sleep"));
}

TEST(Contexts, ACallbackThatIsACoroutineStaysOne) {
  UnitBuilder unit("/p/a.cpp");
  unit.external("post");
  unit.coroutine("on_timer").calls("sleep", 3);
  unit.define("start").passes("on_timer", "post", 7);
  unit.coroutine("session").calls("on_timer", 9);
  const Analysis analysis = analysisOf({unit.facts()}, loop_pack);
  ASSERT_THAT(linesOf(analysis), ElementsAre("3 error blocking-sleep on_timer: sleep"));
  EXPECT_EQ(analysis.findings[0].context.kind, ContextKind::Coroutine);
}

TEST(Contexts, WhatAPoolCallsIsNone) {
  UnitBuilder unit("/p/a.cpp");
  unit.external("post");
  unit.external("first::post");
  unit.define("work").calls("sleep", 3);
  const TypeId pool = unit.type("pool");
  unit.typeFacts("strand<pool>").arguments = {pool};
  const TypeId strand = unit.type("strand<pool>");
  BodyBuilder start = unit.define("start").passes("work", "post", 7);
  start.last().arguments.push_back({.type = pool});
  start.passes("work", "first::post", 8);
  start.last().arguments.push_back({.type = strand});
  EXPECT_THAT(findingsOf(unit, loop_pack), IsEmpty());
}

TEST(Contexts, ACallOnWhatWasMadeForAPoolRunsThere) {
  UnitBuilder unit("/p/a.cpp");
  unit.external("post");
  unit.define("work").calls("sleep", 3);
  const TypeId pool = unit.type("pool");
  BodyBuilder start = unit.define("start").calls("via", 7);
  start.last().arguments.push_back({.type = pool});
  start.passes("work", "post", 7);
  start.last().object.edit().from = 0;
  EXPECT_THAT(findingsOf(unit, loop_pack), IsEmpty());
}

TEST(Contexts, AVirtualCallbackMakesItsOverridersSome) {
  UnitBuilder unit("/p/a.cpp");
  unit.external("post");
  unit.derive("Slow", "Reader");
  unit.functionFacts("Reader::on_read").pure = true;
  unit.overrides("Slow::on_read", "Reader::on_read").calls("sleep", 3);
  unit.functionFacts("Reader::on_read").is_virtual = true;
  unit.functionFacts("Reader::on_read").owner = unit.type("Reader");
  unit.define("start").passes("Reader::on_read", "post", 7);
  EXPECT_THAT(findingsOf(unit, loop_pack), ElementsAre("3 error blocking-sleep Slow::on_read: sleep"));
}

TEST(Contexts, AnOverriderOfALoopsMethodIsOne) {
  UnitBuilder unit("/p/a.cpp");
  unit.derive("Handler", "Reactor");
  unit.external("Reactor::on_read");
  unit.overrides("Handler::on_read", "Reactor::on_read").calls("sleep", 3);
  const Analysis analysis = analysisOf({unit.facts()}, loop_pack);
  ASSERT_THAT(linesOf(analysis), ElementsAre("3 error blocking-sleep Handler::on_read: sleep"));
  EXPECT_EQ(analysis.findings[0].context.kind, ContextKind::Callback);
}

TEST(Contexts, APlainFunctionThatReturnsATaskIsOne) {
  UnitBuilder unit("/p/a.cpp");
  unit.coroutine("inner");
  unit.define("load").calls("sleep", 3);
  unit.functionFacts("load").result = unit.type("Task");
  unit.coroutine("session").calls("load", 9);
  const Analysis analysis = analysisOf({unit.facts()}, loop_pack);
  ASSERT_THAT(linesOf(analysis), ElementsAre("3 error blocking-sleep load: sleep"));
  EXPECT_EQ(analysis.findings[0].context, (Context{ContextKind::TaskFunction, "Task", ""}));
}

TEST(Contexts, ATypeThatAPackListsAsATaskIsOne) {
  UnitBuilder unit("/p/a.cpp");
  unit.define("load").calls("sleep", 3);
  unit.functionFacts("load").result = unit.type("future");
  const Analysis analysis = analysisOf({unit.facts()}, loop_pack);
  ASSERT_THAT(linesOf(analysis), ElementsAre("3 error blocking-sleep load: sleep"));
  EXPECT_EQ(analysis.findings[0].context.library, "small");
}

TEST(Contexts, AThreadsFutureMakesNone) {
  UnitBuilder unit("/p/a.cpp");
  unit.define("load").calls("sleep", 3);
  unit.functionFacts("load").result = unit.type("thread_future");
  EXPECT_THAT(findingsOf(unit, loop_pack), IsEmpty());
}

TEST(Contexts, TheConstructorOfATaskIsNone) {
  UnitBuilder unit("/p/a.cpp");
  unit.coroutine("inner");
  unit.define("Task::Task").calls("sleep", 3);
  unit.functionFacts("Task::Task").kind = FunctionKind::Constructor;
  unit.functionFacts("Task::Task").result = unit.type("Task");
  EXPECT_THAT(findingsOf(unit, loop_pack), IsEmpty());
}

TEST(Contexts, ThePartsOfACoroutineAreNone) {
  UnitBuilder unit("/p/a.cpp");
  unit.coroutine("inner");
  unit.define("Promise::get_return_object").calls("sleep", 3);
  unit.functionFacts("Promise::get_return_object").result = unit.type("Task");
  EXPECT_THAT(findingsOf(unit, loop_pack), IsEmpty());
}

TEST(Contexts, AnEntryMayCountLessInACallback) {
  UnitBuilder unit("/p/a.cpp");
  unit.external("post");
  unit.define("on_click").calls("dialog", 3);
  unit.define("start").passes("on_click", "post", 7);
  unit.coroutine("session").calls("dialog", 9);
  EXPECT_THAT(findingsOf(unit, loop_pack), ElementsAre("3 note blocking-sleep on_click: dialog",
                                                       "9 error blocking-sleep session: dialog"));
}

} // namespace
} // namespace nostall

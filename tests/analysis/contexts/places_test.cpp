#include "analysis/analysis_of.h"

#include <gmock/gmock.h>

namespace nostall {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

const std::string switching_pack = std::string(small_pack) + R"(
switches:
  - {function: to_pool}
  - {function: to_loop, to: loop}
  - {function: to_pool_once, until: next_async}
)";

EventId eventsOf(BodyBuilder& body) {
  return static_cast<EventId>(body.body().events.size());
}

/// `co_await callee();`
void awaitsCall(BodyBuilder& body, const std::string& callee, uint32_t line) {
  body.calls(callee, line);
  body.last().awaited = true;
  const EventId call = eventsOf(body) - 1;
  body.awaits("Task", line);
  body.last().object.edit().from = call;
}

/// `pool(callee());`
void startsOnPool(BodyBuilder& body, const std::string& callee, uint32_t line) {
  body.calls(callee, line);
  const EventId call = eventsOf(body) - 1;
  body.calls("pool", line);
  body.last().arguments.push_back({.from = call});
}

TEST(Places, WhatAPoolStartsAndWhatThatAwaitsIsNotOnTheLoop) {
  UnitBuilder unit("/p/a.cpp");
  unit.external("pool");
  unit.coroutine("b").calls("sleep", 3);
  BodyBuilder a = unit.coroutine("a").calls("sleep", 4);
  awaitsCall(a, "b", 5);
  BodyBuilder main = unit.define("main");
  startsOnPool(main, "a", 7);
  EXPECT_THAT(findingsOf(unit), IsEmpty());
}

TEST(Places, WhatIsAlsoAwaitedOnTheLoopIs) {
  UnitBuilder unit("/p/a.cpp");
  unit.external("pool");
  unit.coroutine("b").calls("sleep", 3);
  BodyBuilder a = unit.coroutine("a").calls("sleep", 4);
  awaitsCall(a, "b", 5);
  BodyBuilder session = unit.coroutine("session");
  awaitsCall(session, "b", 6);
  BodyBuilder main = unit.define("main");
  startsOnPool(main, "a", 7);
  EXPECT_THAT(findingsOf(unit), ElementsAre("3 error blocking-sleep b: sleep"));
}

TEST(Places, ATaskThatIsKeptInALocalIsFollowed) {
  UnitBuilder unit("/p/a.cpp");
  unit.external("pool");
  unit.coroutine("a").calls("sleep", 3);
  BodyBuilder main = unit.define("main").calls("a", 7);
  main.last().target = unit.text("local:task@7");
  main.calls("pool", 8);
  main.last().arguments.push_back({.path = unit.text("local:task@7")});
  EXPECT_THAT(findingsOf(unit), IsEmpty());
}

TEST(Places, ATaskThatEscapesIsOnTheLoop) {
  UnitBuilder unit("/p/a.cpp");
  unit.external("pool");
  unit.coroutine("a").calls("sleep", 3);
  BodyBuilder main = unit.define("main");
  startsOnPool(main, "a", 7);
  main.calls("a", 8);
  main.last().target = unit.text("this.task_");
  EXPECT_THAT(findingsOf(unit), ElementsAre("3 error blocking-sleep a: sleep"));
}

TEST(Places, AnEagerCoroutineRunsWhereItIsCalled) {
  UnitBuilder unit("/p/a.cpp");
  unit.external("pool");
  unit.coroutine("a", "Eager").calls("sleep", 3);
  unit.typeFacts("Eager").start = Start::Eager;
  unit.coroutine("b", "Eager").calls("sleep", 4);
  unit.define("work").calls("a", 5);
  unit.define("main").passes("work", "pool", 7).calls("b", 8);
  EXPECT_THAT(findingsOf(unit), ElementsAre("4 error blocking-sleep b: sleep"));
}

TEST(Places, ACircleThatNobodyStartsIsOnTheLoop) {
  UnitBuilder unit("/p/a.cpp");
  BodyBuilder ping = unit.coroutine("ping").calls("sleep", 3);
  awaitsCall(ping, "pong", 4);
  BodyBuilder pong = unit.coroutine("pong");
  awaitsCall(pong, "ping", 5);
  EXPECT_THAT(findingsOf(unit), ElementsAre("3 error blocking-sleep ping: sleep"));
}

TEST(Places, AnAnnotationSaysWhereItsChildrenRun) {
  UnitBuilder unit("/p/a.cpp");
  unit.coroutine("child").calls("sleep", 3);
  BodyBuilder work = unit.coroutine("work").annotated("nostall::elsewhere");
  awaitsCall(work, "child", 4);
  EXPECT_THAT(findingsOf(unit), IsEmpty());
}

TEST(Places, ASwitchHoldsUntilTheCoroutineSwitchesBack) {
  UnitBuilder unit("/p/a.cpp");
  BodyBuilder session = unit.coroutine("session").calls("sleep", 3);
  awaitsCall(session, "to_pool", 4);
  session.calls("sleep", 5);
  awaitsCall(session, "read", 6);
  session.calls("sleep", 7);
  awaitsCall(session, "to_loop", 8);
  session.calls("sleep", 9);
  EXPECT_THAT(findingsOf(unit, switching_pack),
              ElementsAre("3 error blocking-sleep session: sleep", "9 error blocking-sleep session: sleep"));
}

TEST(Places, ASwitchForOneOperationEndsAtTheNext) {
  UnitBuilder unit("/p/a.cpp");
  BodyBuilder session = unit.coroutine("session");
  awaitsCall(session, "to_pool_once", 4);
  session.calls("sleep", 5);
  awaitsCall(session, "read", 6);
  session.calls("sleep", 7);
  EXPECT_THAT(findingsOf(unit, switching_pack), ElementsAre("7 error blocking-sleep session: sleep"));
}

TEST(Places, WhatIsAwaitedAfterASwitchIsElsewhere) {
  UnitBuilder unit("/p/a.cpp");
  unit.coroutine("child").calls("sleep", 3);
  BodyBuilder session = unit.coroutine("session");
  awaitsCall(session, "to_pool", 4);
  awaitsCall(session, "child", 5);
  EXPECT_THAT(findingsOf(unit, switching_pack), IsEmpty());
}

TEST(Places, ASwitchToTheLoopCountsForWhatAPoolStarted) {
  UnitBuilder unit("/p/a.cpp");
  unit.external("pool");
  BodyBuilder session = unit.coroutine("session").calls("sleep", 3);
  awaitsCall(session, "to_loop", 4);
  session.calls("sleep", 5);
  BodyBuilder main = unit.define("main");
  startsOnPool(main, "session", 7);
  EXPECT_THAT(findingsOf(unit, switching_pack), ElementsAre("5 error blocking-sleep session: sleep"));
}

TEST(Places, ASwitchOnOnePathOnlyIsNoSwitch) {
  UnitBuilder unit("/p/a.cpp");
  BodyBuilder session = unit.coroutine("session");
  awaitsCall(session, "to_pool", 4);
  const EventId switched = eventsOf(session);
  session.calls("sleep", 5);
  // 0: if (...) 1: co_await to_pool(); 2: sleep();
  Body& body = session.body();
  body.blocks = {{.first = 0, .count = 0, .successors = {1, 2}},
                 {.first = 0, .count = switched, .successors = {2}},
                 {.first = switched, .count = 1}};
  body.entry = 0;
  body.exit = 2;
  EXPECT_THAT(findingsOf(unit, switching_pack), ElementsAre("5 error blocking-sleep session: sleep"));
  body.blocks[0].successors = {1};
  EXPECT_THAT(findingsOf(unit, switching_pack), IsEmpty());
}

/// "main.cpp:7 spawn" of each finding, "-" when no start is visible.
std::vector<std::string> startsOf(UnitBuilder& unit) {
  std::vector<std::string> starts;
  for (const Finding& finding : analysisOf({unit.facts()}).findings) {
    const auto& started = finding.context.started;
    starts.push_back(started ? std::to_string(started->at.line) + " " + started->function : "-");
  }
  return starts;
}

TEST(Places, AFindingNamesWhatStartedItsContext) {
  UnitBuilder unit("/p/a.cpp");
  unit.external("spawn");
  unit.coroutine("session").calls("sleep", 3);
  BodyBuilder main = unit.define("main").calls("session", 7);
  main.calls("spawn", 8);
  main.last().arguments.push_back({.from = 0});
  EXPECT_THAT(startsOf(unit), ElementsAre("8 spawn"));
}

TEST(Places, WhatAStartedCoroutineAwaitsWasStartedWithIt) {
  UnitBuilder unit("/p/a.cpp");
  unit.external("spawn");
  unit.coroutine("inner").calls("sleep", 3);
  BodyBuilder session = unit.coroutine("session");
  awaitsCall(session, "inner", 5);
  BodyBuilder main = unit.define("main").calls("session", 7);
  main.calls("spawn", 8);
  main.last().arguments.push_back({.from = 0});
  EXPECT_THAT(startsOf(unit), ElementsAre("8 spawn"));
}

TEST(Places, ACoroutineThatNobodyStartsHasNoStart) {
  UnitBuilder unit("/p/a.cpp");
  unit.coroutine("session").calls("sleep", 3);
  EXPECT_THAT(startsOf(unit), ElementsAre("-"));
}

} // namespace
} // namespace nostall

// Facts by hand -> tasks that nobody awaits, sees end, or keeps the references of alive.
#include "analysis/analyse.h"
#include "analysis/analysis_of.h"

#include <gmock/gmock.h>

namespace nostall {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::string ruleOf(const std::string& id, const std::string& kind, const std::string& severity) {
  return "schema: 1\nid: " + id + "\nkind: " + kind + "\nseverity: " + severity +
         "\nsummary: A rule\nmessage: plain\nmessages: {lazy: lazy, eager: eager, held_lazy: held lazy, "
         "path_lazy: lazy on one way, by_design: by design, thrown_away: thrown away, temporary: "
         "temporary}\n";
}

/// "7 error unawaited-task: lazy"
std::vector<std::string> tasksFoundIn(UnitBuilder& unit, const std::string& pack = "async: []\n") {
  const CatalogResult loaded =
      loadCatalog({{"rules/dangling-reference.yaml", ruleOf("dangling-reference", "dangling", "warning")},
                   {"rules/detached-task.yaml", ruleOf("detached-task", "detached", "warning")},
                   {"rules/unawaited-task.yaml", ruleOf("unawaited-task", "lost-task", "error")},
                   {"rules/libraries/small.yaml", "schema: 1\nlibrary: small\n" + pack}});
  EXPECT_THAT(loaded.problems, IsEmpty());
  std::vector<std::string> lines;
  for (const Finding& finding : analyse(link({unit.facts()}), loaded.catalog, {}).findings) {
    lines.push_back(std::to_string(finding.at.line) + " " + std::string(toString(finding.severity)) + " " +
                    finding.rule + ": " + finding.message);
  }
  return lines;
}

/// A function without a body that returns a lazy task, or an eager one.
void returnsTask(UnitBuilder& unit, const std::string& function, Start start = Start::Lazy) {
  const std::string name = start == Start::Lazy ? "LazyTask" : "EagerTask";
  const TypeId type = unit.type(name);
  unit.functionFacts(function).result = type;
  unit.typeFacts(name).has_promise = true;
  unit.typeFacts(name).awaiter = true;
  unit.typeFacts(name).start = start;
}

Event& callOf(UnitBuilder& unit, BodyBuilder& body, const std::string& function, uint32_t line) {
  body.calls(function, line);
  body.last().type = unit.functionFacts(function).result;
  return body.last();
}

Event& usesLocal(UnitBuilder& unit, BodyBuilder& body, const std::string& local, EventKind kind) {
  Event event;
  event.kind = kind;
  event.object.edit().path = unit.text(local);
  body.body().events.push_back(std::move(event));
  ++body.body().blocks.back().count;
  return body.last();
}

TEST(LostTasks, ADiscardedTaskIsLostAndAnAwaitedOneIsNot) {
  UnitBuilder unit("/p/a.cpp");
  returnsTask(unit, "save");
  returnsTask(unit, "send", Start::Eager);
  BodyBuilder session = unit.coroutine("session");
  callOf(unit, session, "save", 7).discarded = true;
  callOf(unit, session, "send", 8).discarded = true;
  callOf(unit, session, "save", 9).awaited = true;
  EXPECT_THAT(tasksFoundIn(unit),
              ElementsAre("7 error unawaited-task: lazy", "8 error unawaited-task: eager"));
}

TEST(LostTasks, PlainFunctionsLoseThemToo) {
  UnitBuilder unit("/p/a.cpp");
  returnsTask(unit, "save");
  BodyBuilder main = unit.define("main");
  callOf(unit, main, "save", 7).discarded = true;
  EXPECT_THAT(tasksFoundIn(unit), ElementsAre("7 error unawaited-task: lazy"));
}

TEST(LostTasks, AReferenceToATaskIsKeptElsewhere) {
  UnitBuilder unit("/p/a.cpp");
  returnsTask(unit, "save");
  unit.typeFacts("LazyTask &").kind = TypeKind::Reference;
  unit.functionFacts("last").result = unit.type("LazyTask &");
  BodyBuilder main = unit.define("main");
  main.calls("last", 7);
  main.last().type = unit.type("LazyTask");
  main.last().discarded = true;
  EXPECT_THAT(tasksFoundIn(unit), IsEmpty());
}

TEST(LostTasks, ALocalThatIsOnlyCastToVoidIsNeverAwaited) {
  UnitBuilder unit("/p/a.cpp");
  returnsTask(unit, "save");
  BodyBuilder session = unit.coroutine("session");
  callOf(unit, session, "save", 7).target = unit.text("local:a@7");
  usesLocal(unit, session, "local:a@7", EventKind::Use).discarded = true;
  callOf(unit, session, "save", 8).target = unit.text("local:b@8");
  usesLocal(unit, session, "local:b@8", EventKind::Use);
  EXPECT_THAT(tasksFoundIn(unit), ElementsAre("7 error unawaited-task: held lazy"));
}

TEST(LostTasks, PacksSayWhatIsNotHeld) {
  UnitBuilder unit("/p/a.cpp");
  returnsTask(unit, "save");
  BodyBuilder session = unit.coroutine("session");
  callOf(unit, session, "save", 7).target = unit.text("local:a@7");
  EXPECT_THAT(tasksFoundIn(unit, "async: [{task: LazyTask, start: lazy}]\n"),
              ElementsAre("7 error unawaited-task: held lazy"));
  EXPECT_THAT(tasksFoundIn(unit, "async: [{task: LazyTask, on_destroy: cancel}]\n"), IsEmpty());
  EXPECT_THAT(tasksFoundIn(unit, "async: [{task: LazyTask, shared: true}]\n"), IsEmpty());
  EXPECT_THAT(tasksFoundIn(unit, "async: [{task: LazyTask, context: false}]\n"), IsEmpty());
}

TEST(LostTasks, AWayPastTheAwaitLosesALazyTask) {
  UnitBuilder unit("/p/a.cpp");
  returnsTask(unit, "save");
  BodyBuilder session = unit.coroutine("session");
  callOf(unit, session, "save", 7).target = unit.text("local:a@7");
  Body& body = session.body();
  const auto add_block = [&](std::initializer_list<BlockId> next) {
    Block block{.first = static_cast<EventId>(body.events.size())};
    block.successors = next;
    body.blocks.push_back(block);
  };
  body.blocks[0].successors = {1, 2};
  add_block({2});
  Event& await = usesLocal(unit, session, "local:a@7", EventKind::Suspend);
  await.suspend = SuspendKind::Await;
  add_block({3});
  usesLocal(unit, session, "local:a@7", EventKind::Destroy).type = unit.type("LazyTask");
  add_block({});
  body.exit = 3;
  EXPECT_THAT(tasksFoundIn(unit), ElementsAre("7 note unawaited-task: lazy on one way"));
}

TEST(DetachedTasks, AnEagerTaskThatIsThrownAwayLosesWhatItThrows) {
  UnitBuilder unit("/p/a.cpp");
  BodyBuilder risky = unit.coroutine("risky", "EagerTask");
  usesLocal(unit, risky, "", EventKind::Throw);
  unit.coroutine("calm", "EagerTask");
  unit.typeFacts("EagerTask").start = Start::Eager;
  BodyBuilder main = unit.define("main");
  for (const auto& [function, line] : {std::pair("risky", 7U), std::pair("calm", 8U)}) {
    Event& call = callOf(unit, main, function, line);
    call.discarded = call.cast_to_void = true;
  }
  EXPECT_THAT(tasksFoundIn(unit), ElementsAre("7 warning detached-task: thrown away"));
}

TEST(DetachedTasks, FireAndForgetByDesignIsALevelLower) {
  UnitBuilder unit("/p/a.cpp");
  BodyBuilder run = unit.coroutine("run", "Detached");
  usesLocal(unit, run, "", EventKind::Throw);
  unit.typeFacts("Detached").awaiter = false;
  unit.typeFacts("Detached").start = Start::Eager;
  BodyBuilder main = unit.define("main");
  callOf(unit, main, "run", 7).discarded = true;
  EXPECT_THAT(tasksFoundIn(unit), ElementsAre("7 note detached-task: by design"));
}

TEST(DanglingReferences, ATaskThatIsReturnedOutlivesATemporary) {
  UnitBuilder unit("/p/a.cpp");
  BodyBuilder greet = unit.coroutine("greet");
  const TypeId reference = unit.type("const std::string &");
  unit.typeFacts("const std::string &").kind = TypeKind::Reference;
  greet.facts().parameters = {reference};
  greet.facts().parameter_names = {unit.text("name")};
  usesLocal(unit, greet, "param:name", EventKind::Use);
  BodyBuilder forward = unit.define("forward");
  Value temporary;
  temporary.temporary = true;
  callOf(unit, forward, "greet", 7).arguments = {temporary};
  Event& returned = usesLocal(unit, forward, "", EventKind::Return);
  Value task;
  task.from = 0;
  returned.arguments = {task};
  EXPECT_THAT(tasksFoundIn(unit), ElementsAre("7 warning dangling-reference: temporary"));
  forward.body().events[0].arguments[0].temporary = false;
  EXPECT_THAT(tasksFoundIn(unit), IsEmpty());
}

} // namespace
} // namespace nostall

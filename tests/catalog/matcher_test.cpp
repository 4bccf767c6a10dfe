#include "catalog/matcher.h"
#include "catalog_text.h"
#include "symbols_builder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

namespace nostall {
namespace {

using testing::IsEmpty;
using testing::SizeIs;

class MatcherTest : public testing::Test, public SymbolsBuilder {
protected:
  /// `sections` as in a pack file.
  void load(const std::string& sections) {
    CatalogResult result = loadPack(sections);
    ASSERT_THAT(placed(result.problems), IsEmpty());
    catalog_ = std::move(result.catalog);
  }
  /// `entries` of blocks, in flow notation.
  void loadBlocks(const std::string& entries) { load("blocks: {blocking-sleep: [" + entries + "]}\n"); }

  bool blocks(const Event& event) const { return !Matcher(catalog_, symbols).blocks(event).empty(); }

  Catalog catalog_;
};

// ---- functions

TEST_F(MatcherTest, AFunctionMatchesByItsWholeName) {
  loadBlocks("sleep, 'std::this_thread::sleep_for'");
  EXPECT_TRUE(blocks(call(function("sleep"))));
  EXPECT_TRUE(blocks(call(function("std::this_thread::sleep_for"))));
  EXPECT_FALSE(blocks(call(function("mine::sleep"))));
  EXPECT_FALSE(blocks(call(function("sleep_for"))));
  EXPECT_FALSE(blocks(call(function("Sleep"))));
}

TEST_F(MatcherTest, AGlobalFunctionThatTheProjectDefinesIsNotTheOneOfTheC_Library) {
  loadBlocks("sleep, lib::sleep");
  EXPECT_FALSE(blocks(call(defined(function("sleep")))));
  EXPECT_TRUE(blocks(call(defined(function("lib::sleep")))));
}

TEST_F(MatcherTest, AProjectSpeaksOfItsOwnGlobalFunctions) {
  loadBlocks("sleep");
  catalog_.packs[0].blocks[0].library = project_library;
  EXPECT_TRUE(blocks(call(defined(function("sleep")))));
}

TEST_F(MatcherTest, AMethodOfTheSameNameIsNoFunction) {
  loadBlocks("connect, 'S::connect'");
  const TypeId owner = record("S");
  EXPECT_FALSE(blocks(callOn(owner, method(owner, "connect"))));
  EXPECT_TRUE(blocks(call(method(owner, "connect", FunctionKind::StaticMethod))));
}

TEST_F(MatcherTest, ALambdaIsNeverNamed) {
  loadBlocks("f");
  const FunctionId lambda = function("f");
  symbols.functions[lambda].kind = FunctionKind::Lambda;
  EXPECT_FALSE(blocks(call(lambda)));
}

TEST_F(MatcherTest, ACallThroughAnUnknownPointerMatchesNothing) {
  loadBlocks("f");
  EXPECT_FALSE(blocks(call(no_id)));
}

// ---- methods

TEST_F(MatcherTest, AMethodMatchesInItsClassAndNotInOthers) {
  loadBlocks("{method: 'T::wait'}");
  const TypeId timer = record("T");
  const TypeId other = record("n::T");
  EXPECT_TRUE(blocks(callOn(timer, method(timer, "wait"))));
  EXPECT_TRUE(blocks(callOn(timer, method(timer, "wait", FunctionKind::StaticMethod))));
  EXPECT_FALSE(blocks(callOn(timer, method(timer, "async_wait"))));
  EXPECT_FALSE(blocks(callOn(other, method(other, "wait"))));
}

TEST_F(MatcherTest, AMethodNamedOnTheBaseMatchesWhatOverridesIt) {
  loadBlocks("{method: 'Device::read'}");
  const TypeId device = record("Device");
  const FunctionId read = method(device, "read");
  const TypeId file = projectRecord("File", {device});
  const FunctionId overriding_read = overriding(file, "read", read);
  const TypeId log = projectRecord("Log", {file});
  EXPECT_TRUE(blocks(callOn(file, overriding_read)));
  EXPECT_TRUE(blocks(callOn(log, overriding(log, "read", overriding_read))));
}

TEST_F(MatcherTest, AMethodNamedOnTheBaseMatchesWhatHidesItInALibrary) {
  loadBlocks("{method: 'Device::read'}");
  const TypeId device = record("Device");
  const TypeId file = record("File", {device});
  EXPECT_TRUE(blocks(callOn(file, method(file, "read"))));
}

TEST_F(MatcherTest, AMethodOfTheProjectThatHidesOneIsAnother) {
  loadBlocks("{method: 'Device::read'}, {each_method_of: Device}");
  const TypeId file = projectRecord("File", {record("Device")});
  EXPECT_FALSE(blocks(callOn(file, method(file, "read"))));
}

TEST_F(MatcherTest, AMethodNamedOnADerivedClassMatchesCallsThroughIt) {
  loadBlocks("{method: 'QFile::readAll'}");
  const TypeId device = record("QIODevice");
  const TypeId file = record("QFile", {device});
  const TypeId buffer = record("QBuffer", {device});
  const TypeId log = projectRecord("Log", {file});
  const FunctionId read_all = method(device, "readAll");
  EXPECT_TRUE(blocks(callOn(file, read_all)));
  EXPECT_TRUE(blocks(callOn(pointer(file), read_all)));
  EXPECT_TRUE(blocks(callOn(reference(file), read_all)));
  EXPECT_TRUE(blocks(callOn(log, read_all)));
  EXPECT_FALSE(blocks(callOn(device, read_all)));
  EXPECT_FALSE(blocks(callOn(buffer, read_all)));
  EXPECT_FALSE(blocks(callOn(file, method(device, "size"))));
}

TEST_F(MatcherTest, ADerivedClassDoesNotMatchMethodsOfUnrelatedOnes) {
  loadBlocks("{method: 'QFile::readAll'}");
  record("QFile", {record("QIODevice")});
  const TypeId other = record("Other");
  EXPECT_FALSE(blocks(callOn(other, method(other, "readAll"))));
}

TEST_F(MatcherTest, SpecialisationsOfATemplateShareItsName) {
  loadBlocks("{method: 'future::get'}");
  for (int specialisation = 0; specialisation < 3; ++specialisation) {
    const TypeId future = record("future", {record("__basic_future")});
    EXPECT_TRUE(blocks(callOn(future, method(future, "get"))));
  }
}

TEST_F(MatcherTest, OperatorsAndConversionsAreMethods) {
  loadBlocks("{method: ['Query::operator()', 'Query::operator bool', 'Query::operator std::string']}");
  const TypeId query = record("Query");
  EXPECT_TRUE(blocks(callOn(query, method(query, "operator()"))));
  EXPECT_TRUE(blocks(callOn(query, method(query, "operator bool", FunctionKind::Conversion))));
  EXPECT_TRUE(blocks(callOn(query, method(query, "operator std::string", FunctionKind::Conversion))));
  EXPECT_FALSE(blocks(callOn(query, method(query, "operator int", FunctionKind::Conversion))));
}

TEST_F(MatcherTest, EachMethodOfAClassButItsConstructorsAndAssignments) {
  loadBlocks("{each_method_of: Stub}");
  const TypeId stub = record("Stub");
  const TypeId derived = projectRecord("Derived", {stub});
  const FunctionId get = method(stub, "Get");
  EXPECT_TRUE(blocks(callOn(stub, get)));
  EXPECT_TRUE(blocks(callOn(derived, overriding(derived, "Get", get))));
  EXPECT_FALSE(blocks(callOn(derived, method(derived, "Own"))));
  EXPECT_FALSE(blocks(callOn(stub, method(stub, "operator="))));
  EXPECT_FALSE(blocks(construct(constructor(stub))));
  EXPECT_FALSE(blocks(destroy(destructor(stub))));
}

// ---- constructors, destructors, function objects

TEST_F(MatcherTest, AConstructorMatchesForItsClassAndDerivedOnesOfLibraries) {
  loadBlocks("{constructor: Lock}");
  const TypeId lock = record("Lock");
  EXPECT_TRUE(blocks(construct(constructor(lock))));
  EXPECT_TRUE(blocks(construct(constructor(record("SpecialLock", {lock})))));
  EXPECT_FALSE(blocks(construct(constructor(projectRecord("MyLock", {lock})))));
  EXPECT_FALSE(blocks(construct(constructor(record("Other")))));
  EXPECT_FALSE(blocks(destroy(destructor(lock))));
}

TEST_F(MatcherTest, ADestructorMatchesTheEndOfAnObject) {
  loadBlocks("{destructor: 'std::jthread'}");
  const TypeId thread = record("std::jthread");
  EXPECT_TRUE(blocks(destroy(destructor(thread))));
  EXPECT_FALSE(blocks(construct(constructor(thread))));
  EXPECT_FALSE(blocks(destroy(destructor(projectRecord("Worker", {thread})))));
}

TEST_F(MatcherTest, AnEndWithoutADestructorIsKnownByItsType) {
  loadBlocks("{destructor: 'std::jthread'}");
  Event event = destroy(no_id);
  event.type = record("std::jthread");
  EXPECT_TRUE(blocks(event));
  event.type = record("std::thread");
  EXPECT_FALSE(blocks(event));
}

TEST_F(MatcherTest, AFunctionObjectMatchesByTheGlobalThatIsCalled) {
  loadBlocks("{object: 'folly::coro::blockingWait'}");
  const TypeId type = record("folly::coro::blocking_wait_fn");
  const FunctionId call_operator = method(type, "operator()");
  Event event = callOn(type, call_operator);
  EXPECT_FALSE(blocks(event));
  event.object = global("folly::coro::blockingWait");
  EXPECT_TRUE(blocks(event));
  event.object = written({"folly::coro::blockingWait"});
  EXPECT_TRUE(blocks(event));
  event.callee = method(type, "name");
  EXPECT_FALSE(blocks(event));
}

TEST_F(MatcherTest, OtherEventsMatchNothing) {
  loadBlocks("f");
  Event event = call(function("f"));
  event.kind = EventKind::Read;
  EXPECT_FALSE(blocks(event));
}

// ---- what is answered

TEST_F(MatcherTest, AllEntriesOfACallComeInCatalogOrderDisabledOnesIncluded) {
  loadBlocks("{function: f, why: first, enabled: false}, {function: g}, {function: f, why: second, when: "
             "{argument: 0, "
             "equals: 1}}, {function: f, why: third, when: {arguments: {at_most: 0}}}");
  const FunctionId f = function("f");
  std::vector<std::string> whys;
  for (const BlockEntry* entry : Matcher(catalog_, symbols).blocks(call(f))) {
    whys.push_back(entry->why);
  }
  EXPECT_THAT(whys, testing::ElementsAre("first", "third"));
}

TEST_F(MatcherTest, AnEntryThatMatchesInTwoWaysIsOneEntry) {
  loadBlocks("{method: ['QFile::readAll', 'QIODevice::readAll']}");
  const TypeId device = record("QIODevice");
  const TypeId file = record("QFile", {device});
  const Event event = callOn(file, method(device, "readAll"));
  EXPECT_THAT(Matcher(catalog_, symbols).blocks(event), SizeIs(1));
}

TEST_F(MatcherTest, NeverBlocksAsksForAFunction) {
  load("never_blocks: [{method: 'Loop::poll'}, quick]\n");
  const TypeId loop = record("Loop");
  const FunctionId poll = method(loop, "poll");
  const FunctionId run = method(loop, "run");
  const FunctionId quick = function("quick");
  const Matcher matcher(catalog_, symbols);
  EXPECT_TRUE(matcher.neverBlocks(poll));
  EXPECT_TRUE(matcher.neverBlocks(quick));
  EXPECT_FALSE(matcher.neverBlocks(run));
}

TEST_F(MatcherTest, ACallableArgumentIsChosenByItsPlace) {
  load("inline: [{function: first, argument: 0}, {function: last, argument: last}, any]\n");
  const PackedVector<Value> arguments = {number(1), number(2), defaulted(number(3))};
  const Event first = call(function("first"), arguments);
  const Event last = call(function("last"), arguments);
  const Event any = call(function("any"), arguments);
  const Matcher matcher(catalog_, symbols);
  EXPECT_NE(matcher.runsInline(first, 0), nullptr);
  EXPECT_EQ(matcher.runsInline(first, 1), nullptr);
  EXPECT_NE(matcher.runsInline(last, 1), nullptr);
  EXPECT_EQ(matcher.runsInline(last, 2), nullptr);
  EXPECT_NE(matcher.runsInline(any, 0), nullptr);
  EXPECT_EQ(matcher.runsElsewhere(any, 0), nullptr);
  EXPECT_EQ(matcher.isCallback(any, 0), nullptr);
}

TEST_F(MatcherTest, ConditionsDecideWhereACallableRuns) {
  load("async: [{callback_of_function: post, argument: 1}]\n"
       "elsewhere: [{function: post, argument: 1, when: {argument: 0, type: pool}}]\n");
  const FunctionId post = function("post");
  const Event on_pool = call(post, {typed(reference(record("pool"))), Value{}});
  const Event on_loop = call(post, {typed(record("loop")), Value{}});
  const Matcher matcher(catalog_, symbols);
  EXPECT_NE(matcher.runsElsewhere(on_pool, 1), nullptr);
  EXPECT_EQ(matcher.runsElsewhere(on_loop, 1), nullptr);
  EXPECT_NE(matcher.isCallback(on_loop, 1), nullptr);
}

TEST_F(MatcherTest, EverySectionAnswersForItself) {
  load("switches: [go]\ndetaches: [drop]\nconstructs: [make]\ndestroys: [end]\ncopies: [clone]\n"
       "drops: [{function: then, argument: 0}]\n");
  const Event then = call(function("then"), {Value{}, Value{}});
  const Event go = call(function("go"));
  const Event drop = call(function("drop"));
  const Event make = call(function("make"));
  const Event end = call(function("end"));
  const Event clone = call(function("clone"));
  const Matcher matcher(catalog_, symbols);
  EXPECT_NE(matcher.switches(go), nullptr);
  EXPECT_NE(matcher.detaches(drop), nullptr);
  EXPECT_NE(matcher.constructs(make), nullptr);
  EXPECT_NE(matcher.destroys(end), nullptr);
  EXPECT_NE(matcher.copies(clone), nullptr);
  EXPECT_NE(matcher.drops(then, 0), nullptr);
  EXPECT_EQ(matcher.drops(then, 1), nullptr);
  EXPECT_EQ(matcher.switches(drop), nullptr);
  EXPECT_EQ(matcher.copies(make), nullptr);
}

TEST_F(MatcherTest, OverridersOfALoopsMethodAreContextsAndTheMethodIsNot) {
  load("async: [{overrides: 'Widget::event'}]\n");
  const TypeId widget = record("Widget");
  const FunctionId event = method(widget, "event");
  const TypeId button = record("Button", {widget});
  const FunctionId button_event = overriding(button, "event", event);
  const TypeId mine = projectRecord("Mine", {button});
  const FunctionId my_event = overriding(mine, "event", button_event);
  const FunctionId my_other = method(mine, "other");
  const Matcher matcher(catalog_, symbols);
  EXPECT_NE(matcher.overridesContext(my_event), nullptr);
  EXPECT_EQ(matcher.overridesContext(event), nullptr);
  EXPECT_EQ(matcher.overridesContext(my_other), nullptr);
}

// ---- types

TEST_F(MatcherTest, TasksAreKnownByNameOrBaseThroughReferences) {
  load("async: [{task: Task, start: lazy}, {sync: Expected}]\nlocks: [{guard: Guard}]\n");
  const TypeId task = record("Task");
  const TypeId to_task = reference(task);
  const TypeId pointer_to_task = pointer(task);
  const TypeId derived = projectRecord("MyTask", {task});
  const TypeId expected = record("Expected");
  const TypeId guard = record("Guard");
  const Matcher matcher(catalog_, symbols);
  EXPECT_NE(matcher.task(task), nullptr);
  EXPECT_NE(matcher.task(to_task), nullptr);
  EXPECT_NE(matcher.task(derived), nullptr);
  EXPECT_EQ(matcher.task(pointer_to_task), nullptr);
  EXPECT_EQ(matcher.task(expected), nullptr);
  EXPECT_EQ(matcher.task(no_id), nullptr);
  EXPECT_TRUE(matcher.isSync(expected));
  EXPECT_FALSE(matcher.isSync(task));
  EXPECT_NE(matcher.lock(guard), nullptr);
  EXPECT_EQ(matcher.lock(task), nullptr);
}

TEST_F(MatcherTest, AwaitablesMayBePointers) {
  load("async: [{awaitable: QTimer}]\n");
  const TypeId timer = record("QTimer");
  const TypeId to_timer = pointer(timer);
  const TypeId other = pointer(record("QObject"));
  const Matcher matcher(catalog_, symbols);
  EXPECT_TRUE(matcher.isAwaitable(to_timer));
  EXPECT_FALSE(matcher.isAwaitable(other));
  EXPECT_FALSE(matcher.isAwaitable(no_id));
}

TEST_F(MatcherTest, PoolsAreKnownThroughReferencesPointersAndExternalHolders) {
  load("elsewhere: [{executor: pool}]\n");
  const TypeId pool = record("pool");
  const TypeId to_pool = pointer(pool);
  const TypeId shared = record("std::shared_ptr");
  symbols.types[shared].arguments = {pool};
  symbols.types[shared].external = true;
  const TypeId own = record("Own");
  symbols.types[own].arguments = {pool};
  symbols.types[own].external = false;
  const Matcher matcher(catalog_, symbols);
  EXPECT_TRUE(matcher.isPoolExecutor(pool));
  EXPECT_TRUE(matcher.isPoolExecutor(to_pool));
  EXPECT_TRUE(matcher.isPoolExecutor(shared));
  EXPECT_FALSE(matcher.isPoolExecutor(own)) << "its body says what it does";
  EXPECT_FALSE(matcher.isPoolExecutor(no_id));
}

TEST_F(MatcherTest, ClassesThatAreTheirOwnBasesDoNoHarm) {
  loadBlocks("{method: 'A::f'}");
  const TypeId a = record("A");
  const TypeId b = record("B", {a});
  symbols.types[a].bases = {b, a};
  const FunctionId f = method(b, "f");
  symbols.functions[f].overrides = {f};
  EXPECT_TRUE(blocks(callOn(b, f)));
}

TEST_F(MatcherTest, WhatUsersSayOfACallGoesBeforeTheBuiltInPacks) {
  const std::string head = "schema: 1\nlibrary: x\nblocks:\n  blocking-sleep:\n    - ";
  catalog_ = loadCatalog({{"sleep", sleep_rule, true},
                          {"1", head + "{function: [f, g]}\n", true},
                          {"2", head + "{function: f, enabled: false}\n"}})
                 .catalog;
  const FunctionId f = function("f");
  const FunctionId g = function("g");
  const Matcher matcher(catalog_, symbols);
  const std::vector<const BlockEntry*> of_f = matcher.blocks(call(f));
  ASSERT_EQ(of_f.size(), 1U);
  EXPECT_FALSE(of_f.front()->enabled);
  const std::vector<const BlockEntry*> of_g = matcher.blocks(call(g));
  ASSERT_EQ(of_g.size(), 1U);
  EXPECT_TRUE(of_g.front()->enabled);
}

TEST_F(MatcherTest, TheLibraryOfANameIsTheOneOfTheInnermostNamespace) {
  const std::string head = "schema: 1\nlibrary: ";
  catalog_ = loadCatalog({{"1", head + "asio\nnamespaces: [asio, boost::asio]\n"},
                          {"2", head + "beast\nnamespaces: boost::beast\n"},
                          {"3", head + "boost\nnamespaces: boost\n"},
                          {"4", head + "libc\n"},
                          {"5", head + "one\nnamespaces: shared\n"},
                          {"6", head + "two\nnamespaces: shared\nexternal_namespaces: shared\n"},
                          {"7", head + "three\nnamespaces: [both, both::own]\n"},
                          {"8", head + "four\nnamespaces: both\n"}})
                 .catalog;
  const Matcher matcher(catalog_, symbols);
  const auto libraryOf = [&matcher](std::string_view name) {
    const LibraryPack* pack = matcher.libraryOf(name);
    return pack == nullptr ? std::string("none") : pack->library;
  };
  EXPECT_EQ(libraryOf("boost::asio::ip::tcp::connect"), "asio");
  EXPECT_EQ(libraryOf("asio::post"), "asio");
  EXPECT_EQ(libraryOf("boost::beast::http::read"), "beast");
  EXPECT_EQ(libraryOf("boost::thread::join"), "boost");
  EXPECT_EQ(libraryOf("boost::asiox::f"), "boost");
  EXPECT_EQ(libraryOf("shared::f"), "two");
  EXPECT_EQ(libraryOf("both::f"), "none");
  EXPECT_EQ(libraryOf("both::own::f"), "three");
  EXPECT_EQ(libraryOf("sleep"), "none");
  EXPECT_EQ(libraryOf("mine::asio::post"), "none");
}

} // namespace
} // namespace nostall

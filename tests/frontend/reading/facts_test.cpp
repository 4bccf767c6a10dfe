#include "frontend/facts_of.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

namespace nostall {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

// ---------------------------------------------------------------------------------------------------
// Calls of every kind

TEST(Calls, OfFunctionsInOrderOfEvaluation) {
  const auto code = parse("int a(); int b(int); void f() { b(a()); }");
  EXPECT_THAT(code->events("f"), ElementsAre("call a", "call b discarded"));
}

TEST(Calls, OfMethodsSayTheObject) {
  const auto code = parse("struct S { void go(); }; struct T { S s; void f() { s.go(); } };");
  EXPECT_THAT(code->events("T::f"), ElementsAre("call S::go on this.s discarded"));
}

TEST(Calls, ThroughASmartPointerAreOnWhatItPointsTo) {
  const auto code =
      parse("#include <memory>\nstruct S { void go(); }; void f(std::shared_ptr<S> p) { p->go(); }");
  EXPECT_THAT(code->events("f"), Contains("call S::go on param:p discarded"));
}

TEST(Calls, VirtualUnlessTheClassIsKnown) {
  const auto code = parse("struct B { virtual void go(); }; struct D final : B { void go() override; };\n"
                          "void f(B& b, D& d) { b.go(); d.go(); b.B::go(); }");
  EXPECT_THAT(code->events("f"),
              ElementsAre("call B::go on param:b virtual discarded", "call D::go on param:d discarded",
                          "call B::go on param:b discarded"));
}

TEST(Calls, OfOperatorsAndConversions) {
  const auto code = parse("struct S { S& operator+=(int); operator bool(); }; S operator+(S, S);\n"
                          "void f(S& s) { s += 1; s + s; if (s) {} }");
  EXPECT_THAT(code->events("f"),
              ElementsAre("call S::operator+= on param:s discarded", "use on param:s", "use on param:s",
                          "call operator+ discarded", "call S::operator bool on param:s"));
}

TEST(Calls, InDefaultArgumentsStandAtEachCall) {
  const auto code = parse("int slow();\nvoid g(int n = slow());\nvoid f() {\n  g();\n  g();\n}");
  std::vector<uint32_t> lines;
  for (const Event& event : code->body("f")->events) {
    if (event.callee != no_id && code->render(event) == "call slow") { lines.push_back(event.at.line); }
  }
  EXPECT_THAT(lines, ElementsAre(4, 5));
}

TEST(Calls, InDefaultMemberInitialisers) {
  const auto code = parse("int slow(); struct S { int n = slow(); S() {} };");
  EXPECT_THAT(code->events("S::S"), ElementsAre("call slow to this.n"));
}

TEST(Calls, InStaticLocalsAndConditions) {
  const auto code = parse("int slow(); bool ask(); void f() { static int n = slow(); if (ask()) {} }");
  EXPECT_THAT(code->events("f"), ElementsAre("call slow to static:n@1", "call ask"));
}

TEST(Calls, OfRangeForAreMarkedImplicit) {
  const auto code = parse(
      "struct R { int* begin(); int* end(); }; void use(int); void f(R& r) { for (int x : r) use(x); }");
  ASSERT_NE(code->event("f", "R::begin"), nullptr);
  EXPECT_TRUE(code->event("f", "R::begin")->implicit);
  EXPECT_FALSE(code->event("f", "use")->implicit);
}

TEST(Calls, NotInDiscardedBranches) {
  const auto code =
      parse("void a(); void b(); void f() { if constexpr (false) { a(); } if (false) { a(); } b(); }");
  EXPECT_THAT(code->events("f"), ElementsAre("call b discarded"));
}

TEST(Calls, NotInUnevaluatedOperands) {
  const auto code = parse("int a(); void f() { using T = decltype(a()); (void)sizeof(a()); }");
  EXPECT_THAT(code->events("f"), IsEmpty());
}

TEST(Calls, ThroughPointersAreCounted) {
  const auto code = parse("void f(void (*p)()) { p(); }");
  EXPECT_THAT(code->events("f"), ElementsAre("call on param:p discarded"));
  EXPECT_EQ(code->facts.unresolved_calls, 1u);
}

// ---------------------------------------------------------------------------------------------------
// Objects

TEST(Objects, EndWithTheirScopeInReverseOrder) {
  const auto code = parse("struct S { S(); ~S(); }; void f() { S a; { S b; } S c; }");
  EXPECT_THAT(code->events("f"), ElementsAre("construct S::S to local:a@1", "construct S::S to local:b@1",
                                             "destroy S::~S on local:b@1", "construct S::S to local:c@1",
                                             "destroy S::~S on local:c@1", "destroy S::~S on local:a@1"));
}

TEST(Objects, TemporariesEndWithTheirFullExpression) {
  const auto code =
      parse("struct S { S(); ~S(); void go(); }; void after(); void f() { S().go(); after(); }");
  EXPECT_THAT(code->events("f"),
              ElementsAre("construct S::S", "call S::go discarded", "destroy S::~S", "call after discarded"));
}

TEST(Objects, ImplicitDestructorsEndMembersAndBases) {
  const auto code = parse("struct A { ~A(); }; struct B { ~B(); }; struct S : A { B b; }; void f() { S s; }");
  EXPECT_THAT(code->events("S::~S"), ElementsAre("destroy B::~B on this.b", "destroy A::~A"));
}

TEST(Objects, DeletedOnesEnd) {
  const auto code = parse("struct S { ~S(); }; void f(S* s) { delete s; }");
  EXPECT_THAT(code->events("f"), ElementsAre("destroy S::~S"));
}

TEST(Objects, DeletedThroughABaseEndAsWhatTheyAre) {
  const auto code = parse("struct B { virtual ~B(); }; void f(B* b) { delete b; }");
  EXPECT_THAT(code->events("f"), ElementsAre("destroy B::~B virtual"));
}

TEST(Objects, TemporariesSayWhatMadeThem) {
  const auto code = parse("struct S { ~S(); }; S make(); void take(S&&); void f() { take(make()); }");
  const Event* end = code->event("f", "S::~S");
  ASSERT_NE(end, nullptr);
  ASSERT_NE(end->object->from, no_id);
  EXPECT_EQ(code->render(code->body("f")->events[end->object->from]), "call make");
}

TEST(Objects, DestructorsThatOnlyExternalCodeCallsAreDefined) {
  const auto code =
      parse("#include <memory>\nstruct A { ~A(); }; struct S { A a; }; void f() { std::make_unique<S>(); }");
  EXPECT_THAT(code->events("S::~S"), ElementsAre("destroy A::~A on this.a"));
}

TEST(Objects, TemplatesThatOnlyExternalCodeInstantiatesAreInstantiated) {
  const auto code =
      parse("#include <memory>\nvoid slow(); template <class T> struct Job { Job() { slow(); } };\n"
            "void f() { std::make_unique<Job<int>>(); }");
  EXPECT_THAT(code->events("Job::Job"), ElementsAre("call slow discarded"));
}

// ---------------------------------------------------------------------------------------------------
// Coroutines

TEST(Coroutines, CallWhatTheirAwaiterDoes) {
  const auto code = parse("#include \"task.h\"\nTask leaf(); Task f() { co_await leaf(); }");
  for (const char* called :
       {"Task::await_ready", "Task::await_suspend", "Task::await_resume",
        "Task::promise_type::get_return_object", "Task::promise_type::initial_suspend",
        "Task::promise_type::final_suspend", "Task::promise_type::unhandled_exception"}) {
    EXPECT_NE(code->event("f", called), nullptr) << called;
  }
  EXPECT_TRUE(code->function("f")->coroutine);
  EXPECT_FALSE(code->function("leaf")->coroutine);
}

TEST(Coroutines, SuspendBetweenAwaitSuspendAndAwaitResume) {
  const auto code =
      parse("#include \"task.h\"\nTask leaf(); void after(); Task f() { co_await leaf(); after(); }");
  EXPECT_THAT(code->events("f"), ElementsAre("call leaf awaited", "suspend", "call after discarded"));
}

TEST(Coroutines, AwaitTransformAndCoAwaitOperatorAreCalled) {
  const auto code = parse(R"(#include <coroutine>
struct Awaiter { bool await_ready(); void await_suspend(std::coroutine_handle<>); void await_resume(); };
struct Event { Awaiter operator co_await(); };
struct Co { struct promise_type { Co get_return_object(); std::suspend_never initial_suspend();
  std::suspend_never final_suspend() noexcept; void return_void(); void unhandled_exception();
  Event await_transform(int); }; };
Co f() { co_await 1; })");
  EXPECT_NE(code->event("f", "Co::promise_type::await_transform"), nullptr);
  EXPECT_NE(code->event("f", "Event::operator co_await"), nullptr);
}

TEST(Coroutines, LambdasAreFunctionsOfTheirOwn) {
  const auto code = parse(
      "#include \"task.h\"\nvoid slow(); void f() { auto c = []() -> Task { slow(); co_return; }; c(); }");
  ASSERT_NE(code->function("lambda in f"), nullptr);
  EXPECT_TRUE(code->function("lambda in f")->coroutine);
  EXPECT_EQ(code->facts.symbols.functions[code->function("lambda in f")->enclosing].display,
            code->function("f")->display);
  EXPECT_THAT(code->events("lambda in f"), ElementsAre("call slow discarded"));
  EXPECT_THAT(code->events("f"), Not(Contains("call slow discarded")));
}

TEST(Coroutines, GenericLambdasCountByTheirInstantiations) {
  const auto code = parse("#include \"task.h\"\nvoid slow(int); void f() { auto c = [](auto x) -> Task { "
                          "slow(x); co_return; }; c(1); }");
  EXPECT_THAT(code->events("lambda in f"), ElementsAre("call slow discarded"));
}

TEST(Coroutines, LambdasWithATrailingVoidKeepTheirBody) {
  const auto code = parse("void slow(); void take(void (*)()); void f() { take([]() -> void { slow(); }); }");
  EXPECT_THAT(code->events("lambda in f"), ElementsAre("call slow discarded"));
}

TEST(Coroutines, GlobalLambdasAreRead) {
  const auto code =
      parse("#include \"task.h\"\nvoid slow(); auto handler = []() -> Task { slow(); co_return; };");
  EXPECT_THAT(code->events("lambda in initializer of handler"), ElementsAre("call slow discarded"));
}

TEST(Coroutines, ThatOnlyYieldAreMarked) {
  const auto code = parse(R"(#include <coroutine>
struct Gen { struct promise_type { Gen get_return_object(); std::suspend_always initial_suspend();
  std::suspend_always final_suspend() noexcept; void return_void(); void unhandled_exception();
  std::suspend_always yield_value(int); }; };
Gen f() { co_yield 1; })");
  EXPECT_TRUE(code->function("f")->yields_only);
}

TEST(Coroutines, SurviveAMissingInclude) {
  const auto code =
      parse("#include \"absent.h\"\n#include \"task.h\"\ntemplate <class T> struct Box { T t; };\n"
            "void slow(); Task f() { Box<int> b; slow(); co_return; }");
  EXPECT_EQ(code->facts.state, UnitState::Degraded);
  EXPECT_TRUE(code->function("f")->coroutine);
  ASSERT_FALSE(code->facts.messages.empty());
  EXPECT_THAT(code->text(code->facts.messages[0].text), HasSubstr("absent.h"));
  EXPECT_EQ(code->facts.messages[0].line, 1u);
}

// ---------------------------------------------------------------------------------------------------
// Templates

TEST(Templates, AreSeenThroughTheirInstantiations) {
  const auto code =
      parse("struct A { void go(); }; template <class T> void run(T t) { t.go(); } void f() { run(A()); }");
  EXPECT_THAT(code->events("run"), ElementsAre("call A::go on param:t discarded"));
}

TEST(Templates, WithoutInstantiationsShowWhatDoesNotDepend) {
  const auto code = parse("void slow(int); template <class T> void run(T t) { slow(1); t.go(); }");
  EXPECT_THAT(code->events("run"), ElementsAre("call slow discarded"));
  EXPECT_TRUE(code->function("run")->uninstantiated);
  EXPECT_GE(code->facts.unresolved_calls, 1u);
}

TEST(Templates, WithoutInstantiationsHaveNoUnknownIds) {
  const auto code = parse("template <class T> void run(T t, int n) {}");
  ASSERT_EQ(code->function("run")->parameters.size(), 2u);
  EXPECT_LT(code->function("run")->parameters[0], code->facts.symbols.types.size());
}

TEST(Templates, MembersOfClassTemplatesAreRead) {
  const auto code = parse(
      "void slow(); template <class T> struct S { void go() { slow(); } }; void f(S<int>& s) { s.go(); }");
  EXPECT_THAT(code->events("S::go"), ElementsAre("call slow discarded"));
}

// ---------------------------------------------------------------------------------------------------
// Values

TEST(Values, SayConstantsAndTheNamesTheyAreWrittenWith) {
  const auto code = parse("#include <sys/socket.h>\nvoid f(int s) { const int flags = MSG_DONTWAIT; recv(s, "
                          "nullptr, 0, flags | MSG_PEEK); }");
  const Event* call = code->event("f", "recv");
  ASSERT_NE(call, nullptr);
  const Value& flags = call->arguments[3];
  EXPECT_EQ(flags.constant, ConstantKind::Integer);
  EXPECT_EQ(flags.number, 0x42);
  std::vector<std::string> names;
  for (const StringId name : flags.names) {
    names.push_back(code->text(name));
  }
  EXPECT_THAT(names, Contains("MSG_DONTWAIT"));
  EXPECT_EQ(call->arguments[1].constant, ConstantKind::Null);
}

TEST(Values, DurationsAreNanoseconds) {
  const auto code = parse("#include <thread>\nusing namespace std::chrono_literals;\n"
                          "void f() { const auto pause = 2s; std::this_thread::sleep_for(pause); "
                          "std::this_thread::sleep_for(0ms); }");
  std::vector<int64_t> numbers;
  for (const Event& event : code->body("f")->events) {
    if (event.callee != no_id &&
        code->text(code->facts.symbols.functions[event.callee].name) == "std::this_thread::sleep_for") {
      EXPECT_EQ(event.arguments[0].constant, ConstantKind::Duration);
      numbers.push_back(event.arguments[0].number);
    }
  }
  EXPECT_THAT(numbers, ElementsAre(2'000'000'000, 0));
}

TEST(Values, SayWhatTheyCall) {
  const auto code = parse("void named(); template <class F> void take(F); void f() { take([] {}); "
                          "take(named); take(&named); auto later = [] {}; take(later); }");
  std::vector<std::string> called;
  for (const Event& event : code->body("f")->events) {
    if (event.kind != EventKind::Call) { continue; }
    ASSERT_EQ(event.arguments[0].callables.size(), 1u);
    called.push_back(code->text(code->facts.symbols.functions[event.arguments[0].callables[0]].display));
  }
  EXPECT_THAT(called, ElementsAre("lambda in f", "named", "named", "lambda in f"));
}

TEST(Values, SayWhatTheyCallThroughConversionsAndWrappers) {
  const auto code = parse("#include <functional>\nvoid pointer(void (*)()); void "
                          "wrapper(std::function<void()>); void named(int);\n"
                          "void f() { pointer([] {}); wrapper([] {}); wrapper(std::bind(named, 1)); "
                          "wrapper(std::function<void()>([] {})); }");
  std::vector<size_t> found;
  for (const Event& event : code->body("f")->events) {
    if (event.discarded) { found.push_back(event.arguments[0].callables.size()); }
  }
  EXPECT_THAT(found, ElementsAre(1, 1, 1, 1));
}

TEST(Values, SayWhichCallTheyComeFrom) {
  const auto code = parse("#include <utility>\nstruct S { S(S&&); }; S make(); void take(S); void f() { S s "
                          "= make(); take(std::move(s)); }");
  EXPECT_THAT(code->events("f"),
              ElementsAre("call make to local:s@2", "construct S::S", "call take discarded"));
  EXPECT_TRUE(code->event("f", "S::S")->arguments[0].moved);
}

// ---------------------------------------------------------------------------------------------------
// Who takes a result

TEST(Results, AreDiscardedInEveryForm) {
  const auto code = parse("int a(); bool c(); void f() { a(); (void)a(); c() ? a() : a(); a(), a(); if (c()) "
                          "a(); for (;; a()) {} }");
  const auto lines = code->events("f");
  EXPECT_EQ(std::count(lines.begin(), lines.end(), "call a discarded"), 7);
  EXPECT_EQ(std::count(lines.begin(), lines.end(), "call a void discarded"), 1);
  EXPECT_EQ(std::count(lines.begin(), lines.end(), "call c"), 2);
}

TEST(Results, GoToVariablesAndMembers) {
  const auto code = parse("int a(); struct S { int n; void f() { int x = a(); n = a(); x = a(); } };");
  EXPECT_THAT(code->events("S::f"),
              ElementsAre("call a to local:x@1", "call a to this.n", "call a to local:x@1"));
}

// ---------------------------------------------------------------------------------------------------
// Types

TEST(Types, TasksSayHowTheyStart) {
  const auto code = parse("#include \"task.h\"\nTask f() { co_return; }");
  const TypeFacts* task = code->type("Task");
  ASSERT_NE(task, nullptr);
  EXPECT_TRUE(task->has_promise);
  EXPECT_TRUE(task->awaiter);
  EXPECT_EQ(task->start, Start::Lazy);
  EXPECT_TRUE(task->swallows_exceptions);
}

TEST(Types, TraitsNameAPromiseToo) {
  const auto code = parse(R"(#include <coroutine>
template <class T> struct Future {};
template <class T> struct Promise { Future<T> get_return_object(); std::suspend_never initial_suspend();
  std::suspend_never final_suspend() noexcept; void return_void(); void unhandled_exception(); };
namespace std { template <class T, class... A> struct coroutine_traits<Future<T>, A...> { using promise_type = Promise<T>; }; }
Future<int> f() { co_return; })");
  EXPECT_TRUE(code->type("Future<int>")->has_promise);
  EXPECT_EQ(code->type("Future<int>")->start, Start::Eager);
  EXPECT_TRUE(code->function("f")->coroutine);
}

TEST(Types, GeneratorsForbidAwaiting) {
  const auto code = parse(R"(#include <coroutine>
struct Gen { struct promise_type { Gen get_return_object(); std::suspend_always initial_suspend();
  std::suspend_always final_suspend() noexcept; void return_void(); void unhandled_exception();
  std::suspend_always yield_value(int); template <class T> void await_transform(T&&) = delete; }; };
Gen f() { co_yield 1; })");
  EXPECT_TRUE(code->type("Gen")->generator);
}

TEST(Types, FreeCoAwaitOperatorsCount) {
  const auto code = parse("#include <coroutine>\nstruct S {}; std::suspend_never operator co_await(S); S "
                          "make(); void f() { make(); }");
  EXPECT_TRUE(code->type("S")->has_co_await_operator);
}

// ---------------------------------------------------------------------------------------------------
// Whose code it is

TEST(External, FoldersBelowADotGitAreNotTheProjects) {
  Folder folder;
  folder.write("third/.git", "gitdir: elsewhere");
  folder.write("third/lib.h", "void slow(); inline void lib() { slow(); }");
  const std::string file = folder.write("main.cpp", "#include \"third/lib.h\"\nvoid f() { lib(); }");
  FrontendOptions options;
  options.project_root = folder.path();
  const UnitFacts facts = takeFacts(commandFor(file, {}, folder.path()), options);
  for (const FunctionFacts& function : facts.symbols.functions) {
    if (facts.symbols.strings[function.name] != "lib") { continue; }
    EXPECT_TRUE(function.external);
    EXPECT_FALSE(function.defined);
    return;
  }
  ADD_FAILURE() << "lib is not mentioned";
}

TEST(Names, HaveNoInlineNamespacesNorArguments) {
  const auto code =
      parse("namespace a { inline namespace v1 { template <class T> struct S { void go(); }; } }\n"
            "namespace { void hidden(); }\nvoid f(a::S<int>& s) { s.go(); hidden(); }");
  EXPECT_THAT(code->events("f"), ElementsAre("call a::S::go on param:s discarded", "call hidden discarded"));
}

TEST(Names, StaticFunctionsOfOneNameInTwoFilesDiffer) {
  Folder folder;
  FrontendOptions options;
  options.project_root = folder.path();
  std::vector<std::string> keys;
  for (const char* place : {"a/util.cpp", "b/util.cpp"}) {
    const std::string file = folder.write(place, "static void helper() {} void use() { helper(); }");
    const UnitFacts facts = takeFacts(commandFor(file, {}, folder.path()), options);
    for (const FunctionFacts& function : facts.symbols.functions) {
      if (facts.symbols.strings[function.name] == "helper") {
        keys.push_back(facts.symbols.strings[function.key]);
      }
    }
  }
  ASSERT_EQ(keys.size(), 2u);
  EXPECT_NE(keys[0], keys[1]);
}

TEST(Units, ThatDoNotExistFail) {
  const UnitFacts facts =
      takeFacts(commandFor("/nowhere/x.cpp", {}, "/"), FrontendOptions{.project_root = "/"});
  EXPECT_EQ(facts.state, UnitState::Failed);
  ASSERT_EQ(facts.messages.size(), 1u);
}

TEST(Facts, OnlyWhatStandsInATryStatementThrowsIntoItsHandlers) {
  const auto code = parse(R"(
void before(); void inside(); void after();
void f() { before(); try { inside(); } catch (...) {} after(); }
)");
  const Body& body = *code->body("f");
  const auto handlers = [&](const std::string& callee) {
    const auto event = static_cast<EventId>(code->event("f", callee) - body.events.data());
    for (const Block& block : body.blocks) {
      if (event >= block.first && event < block.first + block.count) { return block.handlers.size(); }
    }
    return size_t{99};
  };
  EXPECT_EQ(handlers("before"), 0U);
  EXPECT_EQ(handlers("inside"), 1U);
  EXPECT_EQ(handlers("after"), 0U);
}

TEST(Facts, ConditionsThatConvertAskTheConversion) {
  const auto code = parse(R"(
struct Lock { explicit operator bool() const; };
void work();
void f(Lock& lock) { if (lock) { work(); } }
)");
  const Body& body = *code->body("f");
  const auto asks = std::find_if(body.blocks.begin(), body.blocks.end(),
                                 [](const Block& block) { return static_cast<bool>(block.test); });
  ASSERT_NE(asks, body.blocks.end());
  ASSERT_NE(asks->test->value.from, no_id);
  EXPECT_EQ(code->render(body.events[asks->test->value.from]), "call Lock::operator bool on param:lock");
}

TEST(Facts, WhatAnAwaitReturnsInitialisesTheVariable) {
  const auto code = parse(R"(
#include "task.h"
struct Number {
  bool await_ready();
  void await_suspend(std::coroutine_handle<>);
  int await_resume();
};
Task f() { int value = co_await Number(); (void)value; }
)");
  const Event* resumed = code->event("f", "Number::await_resume");
  ASSERT_NE(resumed, nullptr);
  EXPECT_EQ(code->text(resumed->target), "local:value@8");
}

TEST(Facts, MembersOfAggregatesAreInitialisedByTheirEvents) {
  const auto code = parse(R"(
struct Guard { Guard(int); ~Guard(); };
struct Holder { int value; Guard guard; };
void f() { Holder holder{1, Guard(2)}; }
)");
  const Event* made = code->event("f", "Guard::Guard");
  ASSERT_NE(made, nullptr);
  EXPECT_EQ(code->text(made->target), "local:holder@4.guard");
}

TEST(Facts, WritesSayWhatIsAssigned) {
  const auto code = parse(R"(
#include "task.h"
struct S {
  int count = 0;
  Task f(int value) { count = value; co_return; }
  Task g() { ++count; count += 2; co_return; }
};
)");
  const auto accesses = [&](const std::string& function) {
    std::vector<std::string> lines;
    for (const Event& event : code->body(function)->events) {
      if (event.kind != EventKind::Read && event.kind != EventKind::Write) { continue; }
      lines.push_back(event.kind == EventKind::Read ? "read" : "write");
      for (const Value& value : event.arguments) {
        lines.back() += " " + code->text(value.path);
      }
    }
    return lines;
  };
  EXPECT_THAT(accesses("S::f"), testing::ElementsAre("write param:value"));
  EXPECT_THAT(accesses("S::g"), testing::ElementsAre("read", "write", "read", "write"));
}

TEST(Facts, ReferencesToThreadLocalsAreToldFromCopies) {
  const auto code = parse(R"(
#include "task.h"
thread_local int depth;
Task f() {
  int copy = depth;
  int& reference = depth;
  int* pointer = &depth;
  co_await Task();
  reference = copy;
  *pointer = copy;
}
)");
  std::vector<std::string> lines;
  for (const Event& event : code->body("f")->events) {
    if (event.kind == EventKind::Use) { lines.push_back("use " + code->text(event.object->path)); }
    if (event.kind != EventKind::Read) { continue; }
    lines.push_back(code->text(event.target) + " " +
                    code->text(code->facts.symbols.types[event.type].spelling));
  }
  EXPECT_THAT(lines,
              testing::ElementsAre("local:copy@5 int", "local:reference@6 int &", "local:pointer@7 int *",
                                   "use local:reference@6", "use local:pointer@7"));
}

} // namespace
} // namespace nostall

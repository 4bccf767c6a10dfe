// What branches ask, what handlers catch, what lambdas hold and which arguments are temporaries.
#include "frontend/facts_of.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace nostall {
namespace {

/// The first test in the body.
BranchTest testIn(const ParsedCode& code, const std::string& function) {
  for (const Block& block : code.body(function)->blocks) {
    if (block.test) { return *block.test; }
  }
  return {};
}

TEST(Tests, OfACallSayWhichBranchItIs) {
  const auto code =
      parse("bool ask(); void f() { if (ask()) { ask(); } } void g() { if (!ask()) { ask(); } }");
  EXPECT_EQ(testIn(*code, "f").value.from, 0U);
  EXPECT_FALSE(testIn(*code, "f").negated);
  EXPECT_TRUE(testIn(*code, "g").negated);
}

TEST(Tests, OfAComparisonSayWithWhat) {
  const auto code =
      parse("enum class S { ready, late }; S ask(); void f() { if (S::ready != ask()) { ask(); } }");
  const BranchTest test = testIn(*code, "f");
  EXPECT_EQ(test.value.from, 0U);
  EXPECT_TRUE(test.negated);
  ASSERT_EQ(test.compared_with.names.size(), 1U);
  EXPECT_EQ(code->text(test.compared_with.names[0]), "S::ready");
}

TEST(Handlers, SayWhatTheyCatch) {
  const auto code =
      parse("struct E {}; void f(); void g() { try { f(); } catch (const E&) { throw; } catch (...) {} }");
  std::vector<std::string> caught;
  for (const Block& block : code->body("g")->blocks) {
    for (const CatchClause& clause : block.catches) {
      caught.push_back(clause.type == no_id ? "..."
                                            : code->text(code->facts.symbols.types[clause.type].name));
    }
  }
  EXPECT_EQ(caught, (std::vector<std::string>{"E", "..."}));
  const auto& events = code->body("g")->events;
  EXPECT_EQ(
      std::count_if(events.begin(), events.end(), [](const Event& e) { return e.kind == EventKind::Throw; }),
      1);
}

TEST(Lambdas, SayWhatTheyHold) {
  const auto code = parse("struct S { int n; void f(int a, int& b) { auto l = [this, &a, b, c = 1] { return "
                          "n + a + b + c; }; l(); } };");
  std::string held;
  for (const FunctionFacts& function : code->facts.symbols.functions) {
    for (const Capture& capture : function.captures) {
      held +=
          code->text(capture.name) + (capture.by_reference ? "& " : " ") + code->text(capture.path) + ", ";
    }
  }
  EXPECT_EQ(held, "this& this, a& param:a, b& param:b, c , ");
}

TEST(Arguments, ThatAreTemporariesAreMarked) {
  const auto code =
      parse("struct S { const char* c_str() const; }; S make(); void take(const S&, const char*, int); "
            "void f(S& kept) { take(make(), make().c_str(), 1); take(kept, kept.c_str(), 2); }");
  std::string marked;
  for (const Event& event : code->body("f")->events) {
    for (const Value& argument : event.arguments) {
      marked += argument.temporary ? 't' : '-';
    }
  }
  EXPECT_EQ(marked, "tt----");
}

TEST(Mutexes, SayWhatLockingGives) {
  const auto code = parse("struct M { void lock(); }; struct A { M m; }; struct N { int lock(int); }; void "
                          "f(M& m, N& n, A& a) { m.lock(); n.lock(1); a.m.lock(); }");
  const auto result = [&](const std::string& name) {
    for (const TypeFacts& type : code->facts.symbols.types) {
      if (code->text(type.name) == name && type.kind == TypeKind::Record) { return type.lock_result; }
    }
    return no_id;
  };
  ASSERT_NE(result("M"), no_id);
  EXPECT_EQ(code->text(code->facts.symbols.types[result("M")].name), "void");
  EXPECT_EQ(result("N"), no_id);
  EXPECT_EQ(result("A"), no_id);
}

TEST(Awaitables, SayWhatAwaitingThemGives) {
  const auto code = parse("template <typename T> struct A { bool await_ready(); T await_resume(); };"
                          "struct B { A<long> operator co_await(); }; struct C : B {}; struct D {};"
                          "template struct A<long>; A<int> a(); B b(); C c(); D d();"
                          "void f() { a(); b(); c(); d(); }");
  const auto result = [&](const std::string& spelling) -> std::string {
    for (const TypeFacts& type : code->facts.symbols.types) {
      if (code->text(type.spelling) == spelling && type.await_result != no_id) {
        return code->text(code->facts.symbols.types[type.await_result].name);
      }
    }
    return "";
  };
  EXPECT_EQ(result("A<int>"), "int");
  EXPECT_EQ(result("B"), "long");
  EXPECT_EQ(result("C"), "long");
  EXPECT_EQ(result("D"), "");
}

} // namespace
} // namespace nostall

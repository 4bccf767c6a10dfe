// What a local is made of: the events whose results it takes.
#include "frontend/facts_of.h"

#include <gmock/gmock.h>

namespace nostall {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;

TEST(Initializers, EitherArmOfAConditionalBecomesTheVariable) {
  const auto code = parse("int a(); int b();\nvoid f(bool c) {\n  int n = c ? a() : b();\n}");
  EXPECT_THAT(code->events("f"), ElementsAre("call a to local:n@3", "call b to local:n@3"));
}

TEST(Initializers, EachElementBecomesAPartOfTheVariable) {
  const auto code = parse("struct S { int x; int y; }; int a(); int b();\n"
                          "void f() {\n  int n[2] = {a(), b()};\n  S s{a(), b()};\n}");
  EXPECT_THAT(code->events("f"), ElementsAre("call a to local:n@3", "call b to local:n@3",
                                             "call a to local:s@4.x", "call b to local:s@4.y"));
}

TEST(Initializers, TheElementsOfAContainerBecomePartsOfIt) {
  const auto code = parse("#include <vector>\nint a();\nvoid f() {\n  std::vector<int> n{a()};\n}");
  EXPECT_THAT(code->events("f"), Contains("call a to local:n@4"));
}

TEST(Initializers, StructuredBindingsTakeThePartsOfATuple) {
  const auto code =
      parse("#include <utility>\nstd::pair<int, int> a();\nvoid f() {\n  auto [x, y] = a();\n}");
  EXPECT_THAT(code->events("f"), Contains("call std::get to local:x@4"));
  EXPECT_THAT(code->events("f"), Contains("call std::get to local:y@4"));
}

TEST(Initializers, ATrivialCopyUsesTheVariable) {
  const auto code = parse("struct S { int n; }; void g(S); void f(S s) {\n  S t = s;\n  g(t);\n}");
  EXPECT_THAT(code->events("f"), ElementsAre("use on param:s", "use on local:t@2", "call g discarded"));
}

TEST(Initializers, AConvertingConstructorMakesTheVariable) {
  const auto code = parse("struct S { S(int); }; void f() {\n  S s = 1;\n}");
  EXPECT_THAT(code->events("f"), ElementsAre("construct S::S to local:s@2"));
}

} // namespace
} // namespace nostall

// What makes a class awaitable, where that is hard to see.
#include "frontend/facts_of.h"

#include <gtest/gtest.h>

namespace nostall {
namespace {

TEST(CoroutineTypes, AFriendOfABaseMakesAClassAwaitable) {
  const auto code =
      parse("#include \"task.h\"\n"
            "struct Base {\n"
            "  template <typename Derived> friend Task operator co_await(Derived&&) { return {}; }\n"
            "};\n"
            "struct Handle : Base {}; struct Plain {};\n"
            "Handle make(); Plain none(); void f() { make(); none(); }");
  ASSERT_NE(code->type("Handle"), nullptr);
  EXPECT_TRUE(code->type("Handle")->has_co_await_operator);
  EXPECT_FALSE(code->type("Plain")->has_co_await_operator);
}

} // namespace
} // namespace nostall

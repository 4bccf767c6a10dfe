#include "frontend/compile_command.h"

#include <gtest/gtest.h>

namespace nostall {
namespace {

TEST(CommandFor, EndsWithTheFileAfterADoubleDash) {
  const CompileCommand command = commandFor("-x.cpp", {"-O2"}, "/project");
  ASSERT_GE(command.arguments.size(), 2u);
  EXPECT_EQ(command.arguments.back(), "/project/-x.cpp");
  EXPECT_EQ(command.arguments[command.arguments.size() - 2], "--");
}

} // namespace
} // namespace nostall

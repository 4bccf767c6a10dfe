#include "database/compile_command_words.h"
#include "database/database_fixture.h"

#include <gmock/gmock.h>

namespace nostall {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(ShellWords, SplitsAsAShellDoes) {
  EXPECT_THAT(shellWords("  g++\t-c  a.cpp\n"), ElementsAre("g++", "-c", "a.cpp"));
  EXPECT_THAT(shellWords(R"(-DA='x "y"' -DB="x 'y'" a\ b)"), ElementsAre("-DA=x \"y\"", "-DB=x 'y'", "a b"));
  EXPECT_THAT(shellWords(R"("-DS=\"a\\b\"" "a\nb" '\')"), ElementsAre(R"(-DS="a\b")", R"(a\nb)", "\\"));
  EXPECT_THAT(shellWords("'' \"\""), ElementsAre("", ""));
  EXPECT_THAT(shellWords("a\\\nb"), ElementsAre("ab"));
}

TEST(ShellWords, UnfinishedQuotesEndWithTheText) {
  EXPECT_THAT(shellWords("a 'b c"), ElementsAre("a", "b c"));
  EXPECT_THAT(shellWords("a \"b c"), ElementsAre("a", "b c"));
  EXPECT_THAT(shellWords("a \\"), ElementsAre("a", "\\"));
  EXPECT_THAT(shellWords(""), IsEmpty());
}

using ResponseFiles = DatabaseFixture;

TEST_F(ResponseFiles, AreReadNestedAndInPlace) {
  write("all.rsp", "-DA @sub/more.rsp \"-DB=x y\"");
  write("sub/more.rsp", "-DC\n-DD");
  const ExpandedWords result = expandResponseFiles({"g++", "@all.rsp", "-c"}, root_);
  EXPECT_THAT(result.words, ElementsAre("g++", "-DA", "-DC", "-DD", "-DB=x y", "-c"));
  EXPECT_THAT(result.missing, IsEmpty());
  EXPECT_FALSE(result.has_module_map);
}

TEST_F(ResponseFiles, OneThatIsMissingIsNamed) {
  const ExpandedWords result = expandResponseFiles({"g++", "@gone.rsp", "-c", "@"}, root_);
  EXPECT_THAT(result.words, ElementsAre("g++", "-c", "@"));
  EXPECT_THAT(result.missing, ElementsAre("gone.rsp"));
}

TEST_F(ResponseFiles, OneThatNamesItselfEnds) {
  write("a.rsp", "-DA @b.rsp");
  write("b.rsp", "-DB @a.rsp");
  EXPECT_THAT(expandResponseFiles({"@a.rsp"}, root_).words, ElementsAre("-DA", "-DB"));
}

TEST_F(ResponseFiles, AModuleMapThatIsNotBuiltIsNotMissing) {
  const ExpandedWords result = expandResponseFiles({"g++", "@a.cpp.o.modmap"}, root_);
  EXPECT_THAT(result.missing, IsEmpty());
  EXPECT_TRUE(result.has_module_map);
}

} // namespace
} // namespace nostall

#include "report/source_excerpt.h"
#include "support/text.h"

#include <gmock/gmock.h>

namespace nostall {
namespace {

using testing::EndsWith;
using testing::StartsWith;

Location at(uint32_t column, uint32_t end_column) {
  return {"a.cpp", 1, column, 1, end_column};
}

TEST(SourceExcerpt, MarksTheRange) {
  const SourceExcerpt excerpt = sourceExcerpt("  sleep(1);", at(3, 11));
  EXPECT_EQ(excerpt.code, "  sleep(1);");
  EXPECT_EQ(excerpt.marks, "  ^~~~~~~~");
}

TEST(SourceExcerpt, KeepsTabsInStep) {
  EXPECT_EQ(sourceExcerpt("\tx\tsleep(1);", at(4, 9)).marks, "\t \t^~~~~");
}

TEST(SourceExcerpt, CountsColumnsOfWideAndEscapedCharacters) {
  EXPECT_EQ(sourceExcerpt("\u4e16\u754c f();", at(8, 11)).marks, "     ^~~") << "two columns each";
  EXPECT_EQ(sourceExcerpt("\xff f();", at(3, 6)).marks, "     ^~~") << "shown as \\xff";
  EXPECT_EQ(sourceExcerpt("\xc3\xbc();", at(1, 5)).marks, "^~~") << "two bytes, one column";
}

TEST(SourceExcerpt, DropsTheCarriageReturn) {
  const SourceExcerpt excerpt = sourceExcerpt("f();\r", {"a.cpp", 1, 1, 2, 5});
  EXPECT_EQ(excerpt.code, "f();");
  EXPECT_EQ(excerpt.marks, "^~~~") << "a range of two lines is marked to the end of the first";
}

TEST(SourceExcerpt, SurvivesColumnsBeyondTheLine) {
  EXPECT_EQ(sourceExcerpt("f();", at(90, 95)).marks, "    ^");
  EXPECT_EQ(sourceExcerpt("", at(1, 1)).marks, "^");
  EXPECT_EQ(sourceExcerpt("f();", at(3, 1)).marks, "  ^") << "ends before it starts";
  EXPECT_EQ(sourceExcerpt("f();", at(0, 0)).marks, "") << "unknown column";
}

TEST(SourceExcerpt, CutsLongLinesAroundThePlace) {
  const std::string line = std::string(5000, 'a') + "sleep(1)" + std::string(5000, 'b');
  const SourceExcerpt excerpt = sourceExcerpt(line, at(5001, 5009));
  EXPECT_THAT(excerpt.code, StartsWith("...aaa"));
  EXPECT_THAT(excerpt.code, EndsWith("bbb..."));
  EXPECT_LT(excerpt.code.size(), 200U);
  EXPECT_EQ(excerpt.code.substr(excerpt.marks.find('^'), 8), "sleep(1)");
  EXPECT_THAT(excerpt.marks, EndsWith(" ^~~~~~~~"));
}

TEST(SourceExcerpt, CutsBetweenCharacters) {
  std::string line;
  for (int i = 0; i < 300; ++i) {
    line += "\u4e16";
  }
  for (uint32_t column = 301; column < 307; ++column) {
    const std::string code = sourceExcerpt(line, at(column, column + 3)).code;
    EXPECT_EQ(code.find('\\'), std::string::npos) << "no character is cut in two: " << code;
  }
}

TEST(SourceExcerpt, MarksOnlyWhatIsShown) {
  const SourceExcerpt excerpt = sourceExcerpt(std::string(10000, 'a'), at(1, 9000));
  EXPECT_LE(displayWidth(excerpt.marks), displayWidth(excerpt.code));
}

} // namespace
} // namespace nostall

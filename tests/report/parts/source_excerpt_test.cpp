#include "report/parts/source_excerpt.h"
#include "support/text.h"

#include <gmock/gmock.h>

namespace nostall {
namespace {

using testing::EndsWith;
using testing::StartsWith;

Location at(uint32_t column, uint32_t end_column) {
  return {"a.cpp", 1, column, 1, end_column};
}

/// In a terminal that is wide enough for all but endless lines.
SourceExcerpt excerptOf(std::string_view line, const Location& at) {
  return sourceExcerpt(line, at, 160);
}

TEST(SourceExcerpt, MarksTheRange) {
  const SourceExcerpt excerpt = excerptOf("  sleep(1);", at(3, 11));
  EXPECT_EQ(excerpt.code, "  sleep(1);");
  EXPECT_EQ(excerpt.marks, "  ^~~~~~~~");
}

TEST(SourceExcerpt, KeepsTabsInStep) {
  EXPECT_EQ(excerptOf("\tx\tsleep(1);", at(4, 9)).marks, "\t \t^~~~~");
}

TEST(SourceExcerpt, CountsColumnsOfWideAndEscapedCharacters) {
  EXPECT_EQ(excerptOf("\u4e16\u754c f();", at(8, 11)).marks, "     ^~~") << "two columns each";
  EXPECT_EQ(excerptOf("\xff f();", at(3, 6)).marks, "     ^~~") << "shown as \\xff";
  EXPECT_EQ(excerptOf("\xc3\xbc();", at(1, 5)).marks, "^~~") << "two bytes, one column";
}

TEST(SourceExcerpt, DropsTheCarriageReturn) {
  const SourceExcerpt excerpt = excerptOf("f();\r", {"a.cpp", 1, 1, 2, 5});
  EXPECT_EQ(excerpt.code, "f();");
  EXPECT_EQ(excerpt.marks, "^~~~") << "a range of two lines is marked to the end of the first";
}

TEST(SourceExcerpt, SurvivesColumnsBeyondTheLine) {
  EXPECT_EQ(excerptOf("f();", at(90, 95)).marks, "    ^");
  EXPECT_EQ(excerptOf("", at(1, 1)).marks, "^");
  EXPECT_EQ(excerptOf("f();", at(3, 1)).marks, "  ^") << "ends before it starts";
  EXPECT_EQ(excerptOf("f();", at(0, 0)).marks, "") << "unknown column";
}

TEST(SourceExcerpt, CutsLongLinesAroundThePlace) {
  const std::string line = std::string(5000, 'a') + "sleep(1)" + std::string(5000, 'b');
  const SourceExcerpt excerpt = excerptOf(line, at(5001, 5009));
  EXPECT_THAT(excerpt.code, StartsWith("...aaa"));
  EXPECT_THAT(excerpt.code, EndsWith("bbb..."));
  EXPECT_LT(excerpt.code.size(), 200U);
  EXPECT_EQ(excerpt.code.substr(excerpt.marks.find('^'), 8), "sleep(1)");
  EXPECT_THAT(excerpt.marks, EndsWith(" ^~~~~~~~"));
}

TEST(SourceExcerpt, FitsIntoTheColumnsThatThereAre) {
  const std::string line = "\tauto x = \u4e16\u754c(first, second, third); sleep(1); // and a long remark about it";
  const auto begin = static_cast<uint32_t>(line.find("sleep") + 1);
  for (size_t width = 20; width < 100; ++width) {
    const SourceExcerpt excerpt = sourceExcerpt(line, at(begin, begin + 5), width);
    const size_t tab = excerpt.code.find('\t') == std::string::npos ? 0 : 7;
    EXPECT_LE(displayWidth(excerpt.code) + tab, width) << excerpt.code;
    EXPECT_NE(excerpt.code.find("sleep"), std::string::npos) << width;
  }
}

TEST(SourceExcerpt, CutsBetweenCharacters) {
  std::string line;
  for (int i = 0; i < 300; ++i) {
    line += "\u4e16";
  }
  for (uint32_t column = 301; column < 307; ++column) {
    const std::string code = excerptOf(line, at(column, column + 3)).code;
    EXPECT_EQ(code.find('\\'), std::string::npos) << "no character is cut in two: " << code;
  }
}

TEST(SourceExcerpt, MarksOnlyWhatIsShown) {
  const SourceExcerpt excerpt = excerptOf(std::string(10000, 'a'), at(1, 9000));
  EXPECT_LE(displayWidth(excerpt.marks), displayWidth(excerpt.code));
}

} // namespace
} // namespace nostall

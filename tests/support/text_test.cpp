#include "support/problem.h"
#include "support/text.h"

#include <gtest/gtest.h>

namespace nostall {
namespace {

TEST(Printable, KeepsPlainTextAndUtf8) {
  EXPECT_EQ(printable("src/a b.cpp"), "src/a b.cpp");
  EXPECT_EQ(printable("gr\u00fc\u00df \u4e16\u754c \U0001F600"), "gr\u00fc\u00df \u4e16\u754c \U0001F600");
}

TEST(Printable, EscapesWhatATerminalObeys) {
  EXPECT_EQ(printable("\x1b[31mred"), "\\x1b[31mred");
  EXPECT_EQ(printable("a\nb\tc\r\x7f"), "a\\x0ab\\x09c\\x0d\\x7f");
  EXPECT_EQ(printable(std::string_view("\0", 1)), "\\x00");
  EXPECT_EQ(printable("\u009b31m"), "\\xc2\\x9b31m") << "the one-byte form of ESC [";
  EXPECT_EQ(printable("a\u202eb"), "a\\xe2\\x80\\xaeb") << "right-to-left override";
  EXPECT_EQ(printable("a\u2028b"), "a\\xe2\\x80\\xa8b") << "line separator";
}

TEST(Printable, EscapesBytesThatAreNotUtf8) {
  EXPECT_EQ(printable("a\xff z"), "a\\xff z");
  EXPECT_EQ(printable("\xc3"), "\\xc3") << "cut short";
  EXPECT_EQ(printable("\xc0\xaf"), "\\xc0\\xaf") << "overlong";
  EXPECT_EQ(printable("\xed\xa0\x80"), "\\xed\\xa0\\x80") << "surrogate";
  EXPECT_EQ(printable("\xf4\x90\x80\x80"), "\\xf4\\x90\\x80\\x80") << "beyond Unicode";
  EXPECT_EQ(printable("\xe4\xb8z"), "\\xe4\\xb8z") << "the byte after a broken character stays";
}

TEST(Printable, KeepsTabsOfSourceLinesWhenAsked) {
  EXPECT_EQ(printable("\tint\x01;", Tabs::Keep), "\tint\\x01;");
}

TEST(CharacterLength, CountsBytesOfTheFirstCharacter) {
  EXPECT_EQ(characterLength(""), 0U);
  EXPECT_EQ(characterLength("ab"), 1U);
  EXPECT_EQ(characterLength("\u4e16x"), 3U);
  EXPECT_EQ(characterLength("\xff\xff"), 1U) << "a byte that is not UTF-8 stands alone";
}

TEST(DisplayWidth, CountsColumnsOfATerminal) {
  EXPECT_EQ(displayWidth("abc"), 3U);
  EXPECT_EQ(displayWidth("gr\u00fcn"), 4U);
  EXPECT_EQ(displayWidth("\u4e16\u754c"), 4U) << "wide characters";
  EXPECT_EQ(displayWidth("e\u0301"), 1U) << "a combining accent";
  EXPECT_EQ(displayWidth("\U0001F600"), 2U);
}

TEST(Utf16Length, CountsCodeUnits) {
  EXPECT_EQ(utf16Length("a\u00fc\u4e16"), 3U);
  EXPECT_EQ(utf16Length("\U0001F600"), 2U) << "a surrogate pair";
  EXPECT_EQ(utf16Length("\xff"), 1U);
}

TEST(EditDistance, CountsEdits) {
  EXPECT_EQ(editDistance("", "abc"), 3U);
  EXPECT_EQ(editDistance("abc", "abc"), 0U);
  EXPECT_EQ(editDistance("blocking-slep", "blocking-sleep"), 1U);
  EXPECT_EQ(editDistance("jsno", "json"), 1U) << "swapped neighbours are one mistake";
  EXPECT_EQ(editDistance("kitten", "sitting"), 3U);
}

TEST(Nearest, FindsWhatWasMeant) {
  const std::vector<std::string> formats = {"text", "json", "sarif"};
  EXPECT_EQ(nearest("jsn", formats), "json");
  EXPECT_EQ(nearest("SARIF", formats), "sarif");
  EXPECT_EQ(nearest("txt", formats), "text");
  EXPECT_EQ(nearest("yaml", formats), "");
  EXPECT_EQ(nearest("", formats), "");
  EXPECT_EQ(nearest(std::string(1'000'000, 'x'), formats), "");
}

TEST(Nearest, NeverReplacesAWholeWord) {
  EXPECT_EQ(nearest("x", {"j", "p"}), "");
}

TEST(Listed, ReadsAsASentence) {
  EXPECT_EQ(listed({}), "");
  EXPECT_EQ(listed({"a"}), "a");
  EXPECT_EQ(listed({"a", "b", "c"}), "a, b or c");
  EXPECT_EQ(listed({"a", "b"}, "and"), "a and b");
}

TEST(Problem, SaysItsPlaceAsFarAsKnown) {
  EXPECT_EQ(toString(Problem{"rules/x.yaml", 4, 11, "bad"}), "rules/x.yaml:4:11: bad");
  EXPECT_EQ(toString(Problem{"rules/x.yaml", 4, 0, "bad"}), "rules/x.yaml:4: bad");
  EXPECT_EQ(toString(Problem{"rules/x.yaml", 0, 3, "bad"}), "rules/x.yaml: bad");
  EXPECT_EQ(toString(Problem{"", 4, 11, "bad"}), "bad");
}

TEST(Problem, IsOneHarmlessLine) {
  EXPECT_EQ(toString(Problem{"a\n.cpp", 1, 2, "\x1b[2J"}), "a\\x0a.cpp:1:2: \\x1b[2J");
}

} // namespace
} // namespace nostall

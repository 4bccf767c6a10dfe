#include "report/parts/wrap.h"

#include <gtest/gtest.h>

namespace nostall {
namespace {

TEST(Wrap, BreaksAtSpaces) {
  EXPECT_EQ(wrapped("one two three", "> ", "  ", 9), "> one two\n  three\n");
}

TEST(Wrap, LeavesLongWordsWhole) {
  EXPECT_EQ(wrapped("a verylongword b", "", "", 5), "a\nverylongword\nb\n");
}

TEST(Wrap, KeepsShortCodeTogether) {
  EXPECT_EQ(wrapped("see `a b c`, then", "", "", 8), "see\n`a b c`,\nthen\n");
  EXPECT_EQ(wrapped("an ` alone", "", "", 4), "an `\nalone\n");
  const std::string code = "`" + std::string(80, 'x') + " y`";
  EXPECT_EQ(wrapped(code, "", "", 20), "`" + std::string(80, 'x') + "\ny`\n") << "too long to keep";
}

TEST(Wrap, FillsColumns) {
  EXPECT_EQ(padded("\u00fc", 3), "\u00fc  ");
  EXPECT_EQ(padded("long", 2), "long");
}

TEST(Wrap, KeepsLinesAndTheirIndent) {
  EXPECT_EQ(wrapped("if (x) {\n  f();\n}\n", "> ", "  "), "> if (x) {\n    f();\n  }\n");
}

TEST(Wrap, CountsColumnsNotBytes) {
  EXPECT_EQ(wrapped("\u00fc\u00fc\u00fc \u00fc\u00fc\u00fc", "", "", 7),
            "\u00fc\u00fc\u00fc \u00fc\u00fc\u00fc\n");
}

TEST(Wrap, OfNothing) {
  EXPECT_EQ(wrapped("", "", ""), "\n");
}

TEST(Wrap, MakesTextPrintable) {
  EXPECT_EQ(wrapped("a\x1b[2J", "", ""), "a\\x1b[2J\n");
}

} // namespace
} // namespace nostall

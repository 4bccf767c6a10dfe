#include "report/wrap.h"

#include <gtest/gtest.h>

namespace nostall {
namespace {

TEST(Wrap, BreaksAtSpaces) {
  EXPECT_EQ(wrapped("one two three", "> ", "  ", 9), "> one two\n  three\n");
}

TEST(Wrap, LeavesLongWordsWhole) {
  EXPECT_EQ(wrapped("a verylongword b", "", "", 5), "a\nverylongword\nb\n");
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

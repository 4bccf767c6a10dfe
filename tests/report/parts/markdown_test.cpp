#include "report/parts/markdown.h"

#include <gtest/gtest.h>

namespace nostall {
namespace {

TEST(Markdown, LaysOutProseListsAndCode) {
  const std::string text =
      "## Title\n\nOne\ntwo three.\n\n- first `x`\n  goes on\n- second\n\n```cpp\nint x;\n\nf();\n```\n";
  EXPECT_EQ(
      markdownToText(text, {.width = 12, .indent = " "}),
      " Title\n\n One two\n three.\n\n - first `x`\n   goes on\n - second\n\n     int x;\n\n     f();\n");
}

TEST(Markdown, FindsSections) {
  const auto sections = helpSections("## A\n\ntext\n\n## B\n\n```sh\n# no heading\n```\n");
  ASSERT_EQ(sections.size(), 2U);
  EXPECT_EQ(sections[0].title, "A");
  EXPECT_EQ(sections[0].body, "text");
  EXPECT_EQ(sections[1].body, "```sh\n# no heading\n```");
}

TEST(Markdown, FindsTheFirstParagraph) {
  EXPECT_EQ(firstParagraph("## A\n\none\ntwo\n\nthree\n"), "one two");
  EXPECT_EQ(firstParagraph(""), "");
}

} // namespace
} // namespace nostall

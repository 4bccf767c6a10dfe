#include "frontend/facts_of.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace nostall {
namespace {

using ::testing::ElementsAre;

std::vector<std::string> directives(const std::string& code) {
  static const char* const kinds[] = {"line", "next", "begin", "end"};
  const auto parsed = parse(code);
  std::vector<std::string> found;
  for (const SuppressionComment& comment : parsed->facts.comments) {
    std::string text = std::to_string(comment.line) + ":" + std::to_string(comment.column) + " " +
                       kinds[static_cast<int>(comment.kind)];
    for (const StringId name : comment.names) {
      text += " " + parsed->text(name);
    }
    if (comment.bare) { text += " bare"; }
    if (comment.reason != 0) { text += " because " + parsed->text(comment.reason); }
    found.push_back(text);
  }
  return found;
}

TEST(Comments, NameChecksAndReasons) {
  EXPECT_THAT(directives("int a; // NOLINT(nostall-blocking-sleep): the probe must wait\n"),
              ElementsAre("1:11 line nostall-blocking-sleep because the probe must wait"));
}

TEST(Comments, TakeSeveralNamesAndGlobs) {
  EXPECT_THAT(directives("int a; /* NOLINT(nostall-*, google-x) */"),
              ElementsAre("1:11 line nostall-* google-x"));
}

TEST(Comments, BareOnesSpeakToEveryTool) {
  EXPECT_THAT(directives("int a; // NOLINT"), ElementsAre("1:11 line bare"));
}

TEST(Comments, OfEveryKind) {
  EXPECT_THAT(
      directives(
          "// NOLINTBEGIN(nostall-x)\n// NOLINTNEXTLINE(nostall-y)\nint a;\n// NOLINTEND(nostall-x)\n"),
      ElementsAre("1:4 begin nostall-x", "2:4 next nostall-y", "4:4 end nostall-x"));
}

TEST(Comments, OnlyInComments) {
  EXPECT_THAT(directives("const char* s = \"// NOLINT(nostall-x)\";"), ElementsAre());
}

TEST(Comments, CountLinesInsideBlocks) {
  EXPECT_THAT(directives("/* first\n   NOLINT(nostall-x) */ int a;"), ElementsAre("2:4 line nostall-x"));
}

} // namespace
} // namespace nostall

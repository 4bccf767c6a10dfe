#include "cli/progress.h"

#include <gtest/gtest.h>

namespace nostall {
namespace {

TEST(ProgressLine, CountsAndNames) {
  EXPECT_EQ(progressLine(12, 340, "src/x.cpp", 79), "[12/340] src/x.cpp");
}

TEST(ProgressLine, FitsTheTerminal) {
  EXPECT_EQ(progressLine(1, 2, "a/long/path/to/x.cpp", 16), "[1/2] ...o/x.cpp");
  EXPECT_EQ(progressLine(1, 2, "a/long/path/to/x.cpp", 4), "[1/2");
  EXPECT_EQ(progressLine(1, 2, "x", 0), "");
}

TEST(ProgressLine, CutsBetweenCharacters) {
  EXPECT_EQ(progressLine(1, 2, "\u00e4\u00e4\u00e4\u00e4\u00e4\u00e4", 14), "[1/2] ...\u00e4\u00e4");
}

TEST(ProgressLine, IsOneHarmlessLine) {
  EXPECT_EQ(progressLine(1, 2, "a\n\x1b.cpp", 79), "[1/2] a\\x0a\\x1b.cpp");
}

} // namespace
} // namespace nostall

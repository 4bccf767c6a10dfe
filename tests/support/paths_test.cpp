#include "support/paths.h"

#include <gtest/gtest.h>

namespace nostall {
namespace {

TEST(NormalPath, DropsWhatSaysNothing) {
  EXPECT_EQ(normalPath("/a/./x/../b//"), "/a/b");
  EXPECT_EQ(normalPath("a//b/"), "a/b");
  EXPECT_EQ(normalPath("/"), "/");
  EXPECT_EQ(normalPath(""), ".");
  EXPECT_EQ(normalPath("a/.."), ".");
}

TEST(NormalPath, NeverLeavesTheRoot) {
  EXPECT_EQ(normalPath("/../../etc"), "/etc");
  EXPECT_EQ(normalPath("../../etc"), "../../etc");
  EXPECT_EQ(normalPath("a/../../b"), "../b");
}

TEST(AbsolutePath, IsMeantInTheDirectory) {
  EXPECT_EQ(absolutePath("../src/x.cpp", "/p/build"), "/p/src/x.cpp");
  EXPECT_EQ(absolutePath("/q/./x.cpp", "/p"), "/q/x.cpp");
  EXPECT_EQ(absolutePath("", "/p"), "/p");
  EXPECT_EQ(absolutePath("x", "/"), "/x");
}

TEST(IsInside, ComparesWholeComponents) {
  EXPECT_TRUE(isInside("/p/src/x.cpp", "/p"));
  EXPECT_TRUE(isInside("/p", "/p"));
  EXPECT_TRUE(isInside("/p", "/"));
  EXPECT_FALSE(isInside("/project/x.cpp", "/p"));
  EXPECT_FALSE(isInside("/", "/p"));
}

TEST(RelativeTo, LeavesPathsOutsideAlone) {
  EXPECT_EQ(relativeTo("/p/src/x.cpp", "/p"), "src/x.cpp");
  EXPECT_EQ(relativeTo("/p/src/x.cpp", "/"), "p/src/x.cpp");
  EXPECT_EQ(relativeTo("/project/x.cpp", "/p"), "/project/x.cpp");
  EXPECT_EQ(relativeTo("/p", "/p"), ".");
}

TEST(ParentPath, EndsAtTheRoot) {
  EXPECT_EQ(parentPath("/a/b"), "/a");
  EXPECT_EQ(parentPath("/a"), "/");
  EXPECT_EQ(parentPath("/"), "/");
  EXPECT_EQ(parentPath("a"), ".");
  EXPECT_EQ(baseName("/a/b"), "b");
  EXPECT_EQ(baseName("b"), "b");
}

TEST(GlobMatches, StarStaysInOneComponent) {
  EXPECT_TRUE(globMatches("/usr/bin/*-g++", "/usr/bin/arm-none-eabi-g++"));
  EXPECT_FALSE(globMatches("/usr/*g++", "/usr/bin/g++"));
  EXPECT_TRUE(globMatches("/opt/**/g++", "/opt/a/b/bin/g++"));
  EXPECT_TRUE(globMatches("/opt/**", "/opt/a/b"));
  EXPECT_FALSE(globMatches("/opt/**/g++", "/opt/a/clang++"));
}

TEST(GlobMatches, TriesBareNamesOnTheBaseName) {
  EXPECT_TRUE(globMatches("g++*", "/usr/bin/g++-12"));
  EXPECT_FALSE(globMatches("g++", "/usr/bin/g++-12"));
}

TEST(GlobMatches, KnowsSetsAndSingleBytes) {
  EXPECT_TRUE(globMatches("gcc-1?", "gcc-12"));
  EXPECT_TRUE(globMatches("gcc-[0-9]", "gcc-9"));
  EXPECT_FALSE(globMatches("gcc-[!0-9]", "gcc-9"));
  EXPECT_TRUE(globMatches("a[]]b", "a]b"));
  EXPECT_TRUE(globMatches("a[b", "a[b")) << "a bracket that is never closed means itself";
  EXPECT_FALSE(globMatches("", "x"));
  EXPECT_TRUE(globMatches("*", ""));
}

TEST(GlobCovers, TheFolderOfAPathToo) {
  EXPECT_TRUE(globCovers("src/old", "src/old/deep/a.cpp"));
  EXPECT_TRUE(globCovers("src/*", "src/old/deep/a.cpp"));
  EXPECT_TRUE(globCovers("src/**", "src/old/deep/a.cpp"));
  EXPECT_FALSE(globCovers("src/old", "src/older/a.cpp"));
  EXPECT_FALSE(globCovers("old/deep", "src/old/deep/a.cpp"));
}

TEST(GlobCovers, BareNamesAnywhereUnlessTheyBeginWithASlash) {
  EXPECT_TRUE(globCovers("gen", "src/gen/a.cpp"));
  EXPECT_TRUE(globCovers("*_test.cpp", "src/x/a_test.cpp"));
  EXPECT_FALSE(globCovers("/gen", "src/gen/a.cpp"));
  EXPECT_TRUE(globCovers("/gen", "gen/a.cpp"));
  EXPECT_TRUE(globCovers("/src/gen", "src/gen/a.cpp"));
  EXPECT_TRUE(globCovers("**/gen", "gen/a.cpp"));
  EXPECT_TRUE(globCovers("**/x/gen", "src/x/gen/a.cpp"));
}

TEST(GlobMatches, IsNotSlowOnManyStars) {
  EXPECT_FALSE(globMatches("*a*a*a*a*a*a*a*a*a*a*a*a*b", std::string(2000, 'a')));
}

} // namespace
} // namespace nostall

#include "cache/portable_text.h"

#include <gtest/gtest.h>

namespace nostall {
namespace {

/// The text without the folder /home/me/p; checks the way back.
std::string without(const std::string& text) {
  std::string cut = text;
  const std::vector<size_t> places = takeOut(cut, "/home/me/p");
  std::string restored = cut;
  putBack(restored, places, "/home/me/p");
  EXPECT_EQ(restored, text);
  return cut;
}

TEST(PortableText, NamesPathsWithoutTheFolder) {
  EXPECT_EQ(without("/home/me/p/src/x.cpp"), "/src/x.cpp");
  EXPECT_EQ(without("/home/me/p"), "");
  EXPECT_EQ(without("-I/home/me/p/include"), "-I/include");
  EXPECT_EQ(without("-DHERE=\"/home/me/p\""), "-DHERE=\"\"");
  EXPECT_EQ(without("'/home/me/p/a' and '/home/me/p/b'"), "'/a' and '/b'");
  EXPECT_EQ(without("/home/me/p:/home/me/p"), ":");
}

TEST(PortableText, KeepsWhatOnlyLooksLikeTheFolder) {
  for (const char* text : {"", "/home/me", "/home/me/project/x", "/home/me/p2", "/home/me/p-old/x",
                           "/mnt/home/me/p/x", "home/me/p", "/usr/include/stdio.h"}) {
    EXPECT_EQ(without(text), text);
  }
}

TEST(PortableText, MovesToAnotherFolder) {
  std::string text = "/home/me/p/x.h is not /home/me/p/y.h";
  const std::vector<size_t> places = takeOut(text, "/home/me/p");
  putBack(text, places, "/ci");
  EXPECT_EQ(text, "/ci/x.h is not /ci/y.h");
}

TEST(PortableText, TheRootOfAllFoldersIsNeverTakenOut) {
  std::string text = "/x";
  EXPECT_TRUE(takeOut(text, "/").empty());
  EXPECT_EQ(text, "/x");
}

} // namespace
} // namespace nostall

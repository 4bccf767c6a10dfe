#include "report/parts/file_uri.h"

#include <gtest/gtest.h>

namespace nostall {
namespace {

TEST(FileUri, KeepsPlainPaths) {
  EXPECT_EQ(fileUri("src/io/a-b_c.c++"), "src/io/a-b_c.c++");
  EXPECT_EQ(fileUri("../lib/x.h"), "../lib/x.h");
}

TEST(FileUri, EscapesWhatUrisReserve) {
  EXPECT_EQ(fileUri("a b\"#?%.cpp"), "a%20b%22%23%3F%25.cpp");
  EXPECT_EQ(fileUri("c:x.cpp"), "c%3Ax.cpp") << "not a scheme";
  EXPECT_EQ(fileUri("\xe4\xb8\x96\xff\n"), "%E4%B8%96%FF%0A");
}

TEST(FileUri, GivesAbsolutePathsAScheme) {
  EXPECT_EQ(fileUri("/usr/include/x.h"), "file:///usr/include/x.h");
  EXPECT_EQ(fileUri("//host/x.h"), "file:///host/x.h");
}

} // namespace
} // namespace nostall

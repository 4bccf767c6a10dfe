#include "support/temporary_folder.h"
#include "support/write_file.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include <thread>
#include <unistd.h>

namespace nostall {
namespace {

using testing::HasSubstr;

size_t filesIn(const std::string& folder) {
  size_t count = 0;
  for ([[maybe_unused]] const auto& entry : std::filesystem::directory_iterator(folder)) {
    ++count;
  }
  return count;
}

TEST(WriteFile, MakesAndReplacesFiles) {
  const TemporaryFolder folder;
  EXPECT_EQ(writeFile(folder.path("a b.json"), "one"), std::nullopt);
  EXPECT_EQ(contentOf(folder.path("a b.json")), "one");
  EXPECT_EQ(writeFile(folder.path("a b.json"), "two"), std::nullopt);
  EXPECT_EQ(contentOf(folder.path("a b.json")), "two");
  EXPECT_EQ(filesIn(folder.path()), 1U) << "nothing else is left";
}

TEST(WriteFile, KeepsRightsAndLinks) {
  const TemporaryFolder folder;
  folder.write("real", "old");
  ASSERT_EQ(chmod(folder.path("real").c_str(), 0640), 0);
  std::filesystem::create_symlink("real", folder.path("link"));
  EXPECT_EQ(writeFile(folder.path("link"), "new"), std::nullopt);
  EXPECT_TRUE(std::filesystem::is_symlink(folder.path("link")));
  EXPECT_EQ(contentOf(folder.path("real")), "new");
  struct stat status = {};
  stat(folder.path("real").c_str(), &status);
  EXPECT_EQ(status.st_mode & 07777U, 0640U);
}

TEST(WriteFile, GivesNewFilesTheUsualRights) {
  const TemporaryFolder folder;
  const mode_t before = umask(027);
  writeFile(folder.path("new"), "x");
  umask(before);
  struct stat status = {};
  stat(folder.path("new").c_str(), &status);
  EXPECT_EQ(status.st_mode & 07777U, 0640U);
}

TEST(WriteFile, SaysWhyItCannot) {
  const TemporaryFolder folder;
  EXPECT_THAT(writeFile(folder.path("no/such/x"), "x").value_or(""), HasSubstr("No such file or directory"));
  EXPECT_THAT(writeFile(folder.path(), "x").value_or(""), HasSubstr("Is a directory"));
  EXPECT_THAT(writeFile("/dev/full", "x").value_or(""), HasSubstr("No space left"));
  EXPECT_THAT(writeFile("/proc/x\x1b", "x").value_or(""), HasSubstr("cannot write '/proc/x\\x1b'"));
}

TEST(WriteFile, WritesIntoPipesAndDevicesDirectly) {
  EXPECT_EQ(writeFile("/dev/null", "x"), std::nullopt);
  const TemporaryFolder folder;
  ASSERT_EQ(mkfifo(folder.path("pipe").c_str(), 0600), 0);
  std::string read;
  std::thread reader([&] { read = contentOf(folder.path("pipe")); });
  EXPECT_EQ(writeFile(folder.path("pipe"), "through"), std::nullopt);
  reader.join();
  EXPECT_EQ(read, "through");
}

} // namespace
} // namespace nostall

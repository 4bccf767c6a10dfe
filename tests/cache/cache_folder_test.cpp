#include "cache/cache_folder.h"
#include "support/temporary_folder.h"

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <sys/wait.h>

#include <cstdlib>
#include <fcntl.h>
#include <unistd.h>

namespace nostall {
namespace {

const std::string first = "ab0123";
const std::string second = "ab4567";
const std::string third = "cd0123";

void setAge(const std::string& path, int hours) {
  const timespec then = {time(nullptr) - hours * 3600, 0};
  const timespec times[] = {then, then};
  ASSERT_EQ(utimensat(AT_FDCWD, path.c_str(), times, 0), 0) << path;
}

TEST(CacheFolder, GivesBackWhatWasWritten) {
  const TemporaryFolder folder;
  const CacheFolder cache(folder.path("deep/er"));
  EXPECT_FALSE(cache.read(first).has_value());
  EXPECT_TRUE(cache.write(first, "one"));
  EXPECT_TRUE(cache.write(second, ""));
  EXPECT_EQ(cache.read(first), "one");
  EXPECT_EQ(cache.read(second), "");
  EXPECT_FALSE(cache.read(third).has_value());
  EXPECT_TRUE(cache.write(first, "another"));
  EXPECT_EQ(cache.read(first), "another");
  EXPECT_EQ(cache.use().files, 2U);
  EXPECT_EQ(cache.use().bytes, 7U);
  EXPECT_TRUE(std::filesystem::exists(folder.path("deep/er/CACHEDIR.TAG"))) << "backups leave it out";
}

TEST(CacheFolder, WithoutAPathKeepsNothing) {
  const CacheFolder cache("");
  EXPECT_TRUE(cache.write(first, "one"));
  EXPECT_FALSE(cache.read(first).has_value());
}

TEST(CacheFolder, SaysWhenItCannotBeWritten) {
  const TemporaryFolder folder;
  folder.write("file", "");
  EXPECT_FALSE(CacheFolder(folder.path("file")).write(first, "one"));
  EXPECT_FALSE(CacheFolder("/proc/nowhere").write(first, "one"));
}

TEST(CacheFolder, WhatWasNotUsedForLongestGoesFirst) {
  const TemporaryFolder folder;
  const CacheFolder cache(folder.path());
  const std::string bytes(100, 'x');
  for (const std::string& name : {first, second, third}) {
    ASSERT_TRUE(cache.write(name, bytes));
    setAge(cache.pathOf(name), 5);
  }
  setAge(cache.pathOf(first), 9);
  EXPECT_TRUE(cache.read(first).has_value()) << "this is use";
  setAge(cache.pathOf(third), 8);
  cache.trim(300);
  EXPECT_EQ(cache.use().files, 3U) << "all of it has room";
  cache.trim(250);
  EXPECT_TRUE(cache.read(first).has_value());
  EXPECT_TRUE(cache.read(second).has_value());
  EXPECT_FALSE(cache.read(third).has_value());
  cache.trim(0);
  EXPECT_EQ(cache.use().files, 0U);
}

TEST(CacheFolder, WhatACrashLeftIsTakenAway) {
  const TemporaryFolder folder;
  const CacheFolder cache(folder.path());
  folder.write("ab/writing-Ab3xyz", "half");
  folder.write("ab/writing-Cd4xyz", "under way in another run");
  setAge(folder.path("ab/writing-Ab3xyz"), 2);
  EXPECT_EQ(cache.use().files, 0U);
  cache.trim(1000);
  EXPECT_FALSE(std::filesystem::exists(folder.path("ab/writing-Ab3xyz")));
  EXPECT_TRUE(std::filesystem::exists(folder.path("ab/writing-Cd4xyz")));
}

TEST(CacheFolder, ClearTakesOnlyWhatIsItsOwn) {
  const TemporaryFolder folder;
  const CacheFolder cache(folder.path("cache"));
  ASSERT_TRUE(cache.write(first, "one"));
  folder.write("cache/notes.txt", "mine");
  folder.write("cache/cd/notes.txt", "mine too");
  EXPECT_TRUE(cache.clear());
  EXPECT_EQ(cache.use().files, 0U);
  EXPECT_EQ(contentOf(folder.path("cache/notes.txt")), "mine");
  EXPECT_EQ(contentOf(folder.path("cache/cd/notes.txt")), "mine too");
  std::filesystem::remove_all(folder.path("cache"));
  ASSERT_TRUE(cache.write(first, "one"));
  EXPECT_TRUE(cache.clear());
  EXPECT_FALSE(std::filesystem::exists(folder.path("cache")));
  EXPECT_TRUE(cache.clear()) << "nothing is there any more";
}

TEST(CacheFolder, IsWrittenAndReadSideBySide) {
  const TemporaryFolder folder;
  const CacheFolder cache(folder.path());
  constexpr int writers = 4;
  constexpr int rounds = 200;
  std::vector<pid_t> children;
  for (int i = 0; i < writers; ++i) {
    const pid_t child = fork();
    if (child == 0) {
      const std::string bytes(5000 + static_cast<size_t>(i), static_cast<char>('a' + i));
      bool all_well = true;
      for (int round = 0; round < rounds; ++round) {
        all_well = cache.write(first, bytes) && all_well;
        if (round % 10 == 0) { cache.trim(0); }
      }
      _exit(all_well ? 0 : 1);
    }
    children.push_back(child);
  }
  for (int round = 0; round < rounds; ++round) {
    const auto bytes = cache.read(first);
    if (!bytes) { continue; }
    ASSERT_FALSE(bytes->empty());
    ASSERT_EQ(bytes->size(), 5000U + static_cast<size_t>(bytes->front() - 'a'));
    ASSERT_EQ(bytes->find_first_not_of(bytes->front()), std::string::npos) << "of two writers";
  }
  for (const pid_t child : children) {
    int status = 0;
    ASSERT_EQ(waitpid(child, &status, 0), child);
    EXPECT_EQ(status, 0);
  }
}

/// Sets a variable of the environment for one test.
class Variable {
public:
  Variable(const char* name, const char* value) : name_(name) {
    const char* before = std::getenv(name);
    if (before != nullptr) { before_ = before; }
    value != nullptr ? setenv(name, value, 1) : unsetenv(name);
  }
  ~Variable() { before_ ? setenv(name_, before_->c_str(), 1) : unsetenv(name_); }
  Variable(const Variable&) = delete;
  Variable& operator=(const Variable&) = delete;

private:
  const char* name_;
  std::optional<std::string> before_;
};

TEST(CacheFolder, StandsWhereTheUserSays) {
  const Variable own("NOSTALL_CACHE", "/own");
  const Variable all("XDG_CACHE_HOME", "/all");
  const Variable home("HOME", "/home/me");
  EXPECT_EQ(usualCacheFolder(), "/own");
  const Variable no_own("NOSTALL_CACHE", "");
  EXPECT_EQ(usualCacheFolder(), "/all/nostall");
  const Variable relative("XDG_CACHE_HOME", "all");
  EXPECT_EQ(usualCacheFolder(), "/home/me/.cache/nostall");
  const Variable no_home("HOME", nullptr);
  EXPECT_EQ(usualCacheFolder(), "");
}

TEST(CacheFolder, IsAsLargeAsTheUserSays) {
  const Variable none("NOSTALL_CACHE_LIMIT", nullptr);
  EXPECT_EQ(usualCacheLimit(), uint64_t{2} << 30U);
  const Variable small("NOSTALL_CACHE_LIMIT", "5");
  EXPECT_EQ(usualCacheLimit(), uint64_t{5} << 20U);
  const Variable no_number("NOSTALL_CACHE_LIMIT", "much");
  EXPECT_EQ(usualCacheLimit(), uint64_t{2} << 30U);
}

} // namespace
} // namespace nostall

#include "cache/facts_cache.h"
#include "cache/facts_codec.h"
#include "support/temporary_folder.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <fcntl.h>
#include <fstream>
#include <thread>

namespace nostall {
namespace {

constexpr int64_t second = 1'000'000'000;

/// A project of one file, and a cache beside it.
class FactsCacheTest : public testing::Test {
protected:
  FactsCacheTest() { project.write("x.cpp", "int x;"); }

  UnitFacts facts() const {
    UnitFacts unit;
    unit.symbols.strings = {"", project.path("x.cpp"), "something"};
    unit.symbols.files = {{.path = 1}};
    unit.path = 1;
    return unit;
  }
  ParsedUnit parsed() const {
    ParsedUnit unit;
    unit.facts = facts();
    unit.look_ups = {{project.path("x.cpp"), Answer::Content, checksum(contentOf(project.path("x.cpp")))},
                     {project.path("x.h"), Answer::Missing, 0}};
    unit.taken_at = timeNow() + 10 * second; // long after the file was written
    unit.duration = std::chrono::milliseconds(1234);
    return unit;
  }
  /// A cache as the next run has it.
  FactsCache nextRun() const { return FactsCache(cache.path(), project.path()); }
  bool knows(const Digest& key) const { return nextRun().find(key).facts.has_value(); }

  TemporaryFolder project;
  TemporaryFolder cache;
  const Digest key = digestOf("x.cpp with its flags");
};

TEST_F(FactsCacheTest, KnowsWhatItKept) {
  EXPECT_FALSE(knows(key));
  EXPECT_FALSE(nextRun().has(key));
  ASSERT_TRUE(nextRun().keep(key, parsed()));
  const auto found = nextRun().find(key);
  ASSERT_TRUE(found.facts.has_value());
  EXPECT_EQ(encodeFacts(*found.facts), encodeFacts(facts()));
  EXPECT_EQ(found.duration, std::chrono::milliseconds(1234));
  EXPECT_TRUE(nextRun().has(key));
  EXPECT_FALSE(knows(digestOf("x.cpp with other flags")));
}

TEST_F(FactsCacheTest, ParsesAnewWhenAFileChanged) {
  ASSERT_TRUE(nextRun().keep(key, parsed()));
  project.write("x.cpp", "int y;");
  const auto found = nextRun().find(key);
  EXPECT_FALSE(found.facts.has_value());
  EXPECT_EQ(found.duration, std::chrono::milliseconds(1234)) << "that is still good to know";
  project.write("x.cpp", "int x;");
  EXPECT_TRUE(knows(key)) << "as it was";
  project.write("x.h", "");
  EXPECT_FALSE(knows(key)) << "a header that was missing";
}

TEST_F(FactsCacheTest, MovesWithTheProject) {
  ASSERT_TRUE(nextRun().keep(key, parsed()));
  const TemporaryFolder copy;
  copy.write("x.cpp", "int x;");
  const auto found = FactsCache(cache.path(), copy.path()).find(key);
  ASSERT_TRUE(found.facts.has_value());
  EXPECT_EQ(found.facts->symbols.text(found.facts->path), copy.path("x.cpp"));
}

TEST_F(FactsCacheTest, NoDamagedByteIsBelieved) {
  ASSERT_TRUE(nextRun().keep(key, parsed()));
  const std::string path = CacheFolder(cache.path()).pathOf(toString(key));
  const std::string bytes = contentOf(path);
  for (size_t at = 0; at < bytes.size(); ++at) {
    std::string damaged = bytes;
    damaged[at] = static_cast<char>(damaged[at] ^ 0x04);
    std::ofstream(path, std::ios::binary) << damaged;
    EXPECT_FALSE(knows(key)) << "byte " << at;
    std::ofstream(path, std::ios::binary) << bytes.substr(0, at);
    EXPECT_FALSE(knows(key)) << "cut at " << at;
  }
  ASSERT_TRUE(nextRun().keep(key, parsed()));
  EXPECT_TRUE(knows(key)) << "repaired by the next parse";
}

TEST_F(FactsCacheTest, AnEntryIsThatOfItsKey) {
  ASSERT_TRUE(nextRun().keep(key, parsed()));
  const CacheFolder folder(cache.path());
  const Digest other = digestOf("y.cpp");
  ASSERT_TRUE(folder.write(toString(other), *folder.read(toString(key))));
  EXPECT_FALSE(knows(other));
}

TEST_F(FactsCacheTest, DegradedUnitsAreKeptAndFailedOnesAreNot) {
  ParsedUnit unit = parsed();
  unit.facts.state = UnitState::Degraded;
  ASSERT_TRUE(nextRun().keep(key, unit));
  EXPECT_TRUE(knows(key));
  const Digest other = digestOf("y.cpp");
  unit.facts.state = UnitState::Failed;
  EXPECT_TRUE(nextRun().keep(other, unit));
  EXPECT_FALSE(nextRun().has(other));
}

TEST_F(FactsCacheTest, ATouchedFileIsReadOnce) {
  const auto set_age = [&](int seconds) {
    const timespec then = {time(nullptr) - seconds, 0};
    const timespec times[] = {then, then};
    ASSERT_EQ(utimensat(AT_FDCWD, project.path("x.cpp").c_str(), times, 0), 0);
  };
  ASSERT_TRUE(nextRun().keep(key, parsed()));
  const std::string path = CacheFolder(cache.path()).pathOf(toString(key));
  const std::string before = contentOf(path);
  ASSERT_TRUE(knows(key));
  EXPECT_EQ(contentOf(path), before) << "nothing to renew";
  set_age(1000);
  ASSERT_TRUE(knows(key));
  EXPECT_EQ(contentOf(path), before) << "it was touched just now: another touch would not be seen";
  std::this_thread::sleep_for(std::chrono::milliseconds(2100));
  ASSERT_TRUE(knows(key));
  const std::string renewed = contentOf(path);
  EXPECT_NE(renewed, before);
  EXPECT_EQ(renewed.size(), before.size());
  ASSERT_TRUE(knows(key));
  EXPECT_EQ(contentOf(path), renewed);
}

} // namespace
} // namespace nostall

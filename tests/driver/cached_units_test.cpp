#include "driver/cached_units.h"
#include "support/temporary_folder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <thread>

namespace nostall {
namespace {

using testing::ElementsAre;

/// A project of files, one unit each; a fake frontend that takes as long as a file's first number says.
class CachedUnitsTest : public testing::Test {
protected:
  void write(const std::string& name, const std::string& text) { project.write(name, text); }

  CachedUnits run(const std::vector<std::string>& names) {
    std::vector<CompileCommand> commands;
    std::vector<Digest> keys;
    for (const std::string& name : names) {
      commands.emplace_back().file = project.path(name);
      keys.push_back(digestOf(name));
    }
    TakeOptions options;
    ended.clear();
    options.on_end = [&](size_t, const std::string& file) {
      ended.push_back(file.substr(project.path().size() + 1));
    };
    FactsCache cache(cache_folder, project.path());
    return takeCachedUnits(commands, keys, cache, fakeFacts, options);
  }

  static UnitFacts fakeFacts(const CompileCommand& command, LookUps& look_ups) {
    const std::string text = contentOf(command.file);
    std::this_thread::sleep_for(std::chrono::milliseconds(std::stoi(text)));
    look_ups = {{command.file, Answer::Content, checksum(text)}};
    UnitFacts facts;
    facts.symbols.strings = {"", command.file, text};
    facts.path = 1;
    if (text.find("broken") != std::string::npos) { facts.state = UnitState::Failed; }
    return facts;
  }

  TemporaryFolder project;
  TemporaryFolder cache_parent;
  std::string cache_folder = cache_parent.path("cache");
  std::vector<std::string> ended; ///< in the order in which units ended
};

const std::string& textOf(const UnitFacts& unit) {
  return unit.symbols.text(2);
}

TEST_F(CachedUnitsTest, UnitsStayInTheOrderOfTheCommands) {
  write("a", "1 a");
  write("b", "1 bb");
  write("c", "1 ccc");
  const CachedUnits first = run({"a", "b", "c"});
  EXPECT_EQ(first.cached, 0U);
  write("b", "1 changed");
  const CachedUnits second = run({"a", "b", "c"});
  EXPECT_EQ(second.cached, 2U);
  ASSERT_EQ(second.taken.units.size(), 3U);
  EXPECT_EQ(textOf(second.taken.units[0]), "1 a");
  EXPECT_EQ(textOf(second.taken.units[1]), "1 changed");
  EXPECT_EQ(textOf(second.taken.units[2]), "1 ccc");
  EXPECT_THAT(ended, ElementsAre("b"));
  EXPECT_EQ(second.not_kept, "");
}

TEST_F(CachedUnitsTest, LargeFilesGoFirstWhenNothingElseIsKnown) {
  write("small", "1");
  write("large", "1 " + std::string(1000, 'x'));
  write("middle", "1 " + std::string(100, 'x'));
  run({"large", "middle", "small"});
  EXPECT_THAT(ended, ElementsAre("large", "middle", "small"));
  cache_folder += "2";
  run({"small", "middle", "large"});
  EXPECT_THAT(ended, ElementsAre("large", "middle", "small"));
}

TEST_F(CachedUnitsTest, LongUnitsGoFirst) {
  write("quick", "1 " + std::string(1000, 'x'));
  write("slow", "60");
  write("slower", "120");
  run({"quick", "slow", "slower"});
  for (const char* name : {"quick", "slow", "slower"}) {
    write(name, contentOf(project.path(name)) + " changed");
  }
  run({"quick", "slow", "slower"});
  EXPECT_THAT(ended, ElementsAre("slower", "slow", "quick"));
}

TEST_F(CachedUnitsTest, WhatCannotBeKeptIsSaid) {
  write("a", "1 a");
  write("b", "1 broken");
  cache_folder = cache_parent.write("file", "");
  const CachedUnits units = run({"a", "b"});
  EXPECT_THAT(units.not_kept, testing::HasSubstr("what is known of 1 unit could not be kept in '"));
  EXPECT_EQ(textOf(units.taken.units[0]), "1 a");
  cache_folder.clear();
  EXPECT_EQ(run({"a"}).not_kept, "") << "nobody wants a cache";
}

} // namespace
} // namespace nostall

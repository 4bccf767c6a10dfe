#include "cli/take_units.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <csignal>
#include <cstdlib>
#include <set>
#include <unistd.h>

namespace nostall {
namespace {

using testing::HasSubstr;

std::vector<CompileCommand> commands(const std::vector<std::string>& files) {
  std::vector<CompileCommand> all;
  for (const std::string& file : files) {
    all.emplace_back().file = file;
    all.back().target = "server.dir";
  }
  return all;
}

/// Stands for the frontend: what happens to a unit is its name.
UnitFacts fakeFacts(const CompileCommand& command) {
  if (command.file == "/crash") { std::abort(); }
  if (command.file == "/hang") {
    for (;;) {
      pause();
    }
  }
  UnitFacts facts;
  facts.symbols.strings = {"", command.file};
  facts.path = command.file == "/damaged" ? 7 : 1;
  return facts;
}

const std::string& message(const UnitFacts& unit) {
  return unit.symbols.text(unit.messages.at(0).text);
}

TEST(TakeUnits, KeepsTheOrderOfTheCommands) {
  TakeOptions options;
  options.workers = 3;
  std::set<std::string> ended;
  options.on_end = [&](size_t, const std::string& file) { ended.insert(file); };
  const TakenUnits taken = takeUnits(commands({"/a", "/b", "/c", "/d"}), fakeFacts, options);
  ASSERT_EQ(taken.units.size(), 4U);
  const std::string expected[] = {"/a", "/b", "/c", "/d"};
  for (size_t i = 0; i < 4; ++i) {
    EXPECT_EQ(taken.units[i].state, UnitState::Ok);
    EXPECT_EQ(taken.units[i].symbols.text(taken.units[i].path), expected[i]);
  }
  EXPECT_EQ(ended.size(), 4U);
}

TEST(TakeUnits, AUnitThatEndsItsWorkerIsNamed) {
  TakeOptions options;
  options.workers = 2;
  options.unit_timeout = std::chrono::seconds(1);
  const TakenUnits taken = takeUnits(commands({"/crash", "/hang", "/damaged", "/fine"}), fakeFacts, options);
  for (size_t i = 0; i < 3; ++i) {
    EXPECT_EQ(taken.units[i].state, UnitState::Failed);
    EXPECT_EQ(taken.units[i].symbols.text(taken.units[i].target), "server.dir");
  }
  EXPECT_EQ(taken.units[0].symbols.text(taken.units[0].path), "/crash");
  EXPECT_THAT(message(taken.units[0]), HasSubstr("Clang crashed (Aborted)"));
  EXPECT_THAT(message(taken.units[1]), HasSubstr("given up after 1 s; --unit-timeout"));
  EXPECT_THAT(message(taken.units[2]), HasSubstr("damaged"));
  EXPECT_EQ(taken.units[3].state, UnitState::Ok);
}

TEST(TakeUnits, WorkersHaveEnoughMemory) {
  EXPECT_GE(memoryShare(1), memoryShare(1000));
  EXPECT_GE(memoryShare(1000), uint64_t{1} << 32U);
  EXPECT_GE(usualWorkers(), 1U);
}

} // namespace
} // namespace nostall

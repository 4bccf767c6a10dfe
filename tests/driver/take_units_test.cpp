#include "driver/take_units.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <csignal>
#include <cstdlib>
#include <memory>
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

/// Takes that much address space, and lets it go again.
void fill(size_t megabytes) {
  const std::unique_ptr<char[]> bytes(new char[megabytes << 20U]);
  volatile char* first = bytes.get();
  *first = 1;
}

/// Stands for the frontend: what happens to a unit is its name.
UnitFacts fakeFacts(const CompileCommand& command) {
  if (command.file == "/crash") { std::abort(); }
  if (command.file == "/hang") {
    for (;;) {
      pause();
    }
  }
  if (command.file == "/large") { fill(2500); }
  if (command.file == "/too large") { fill(5000); }
  UnitFacts facts;
  facts.symbols.strings = {"", command.file};
  facts.path = command.file == "/damaged" ? 7 : 1;
  return facts;
}

TakenUnits takeFake(const std::vector<std::string>& files, const TakeOptions& options) {
  const auto all = commands(files);
  return takeUnits(all, [&](size_t index) { return fakeFacts(all[index]); }, options);
}

const std::string& message(const UnitFacts& unit) {
  return unit.symbols.text(unit.messages.at(0).text);
}

TEST(TakeUnits, KeepsTheOrderOfTheCommands) {
  TakeOptions options;
  options.workers = 3;
  std::set<std::string> ended;
  options.on_end = [&](size_t, const std::string& file) { ended.insert(file); };
  const TakenUnits taken = takeFake({"/a", "/b", "/c", "/d"}, options);
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
  const TakenUnits taken = takeFake({"/crash", "/hang", "/damaged", "/fine"}, options);
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

TEST(TakeUnits, ALargeUnitIsTriedAgainAlone) {
  constexpr uint64_t megabyte = uint64_t{1} << 20U;
  TakeOptions options;
  options.workers = 2;
  options.memory_limit = 2048 * megabyte;
  options.memory_alone = 4096 * megabyte;
  const TakenUnits taken = takeFake({"/large", "/fine", "/too large"}, options);
  EXPECT_EQ(taken.units[0].state, UnitState::Ok);
  EXPECT_EQ(taken.units[1].state, UnitState::Ok);
  EXPECT_EQ(taken.units[2].state, UnitState::Failed);
  EXPECT_THAT(message(taken.units[2]),
              HasSubstr("more memory than the 4096 MB that it may use; --memory-limit"));
}

TEST(TakeUnits, WorkersShareTheMemory) {
  constexpr uint64_t gigabyte = uint64_t{1} << 30U;
  const TakeOptions usual = planWorkers(0, 0);
  EXPECT_GE(usual.workers, 1U);
  EXPECT_GE(usual.memory_limit, 4 * gigabyte);
  EXPECT_EQ(planWorkers(0, gigabyte / 2).workers, 1U) << "no room for two";
  EXPECT_EQ(planWorkers(7, gigabyte).workers, 7U) << "the user's word counts";
  const TakeOptions limited = planWorkers(4, 8 * gigabyte);
  EXPECT_EQ(limited.memory_limit, 3 * gigabyte) << "a quarter, and what is mapped anyway";
  EXPECT_EQ(limited.memory_alone, 9 * gigabyte);
}

} // namespace
} // namespace nostall

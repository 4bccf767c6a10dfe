// Everything in testdata/ as one program, with header snapshots and without: the facts are the same.
#include "driver/share_headers.h"
#include "driver/take_units.h"
#include "support/canonical_facts.h"
#include "testdata/labelled_case.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <iterator>

namespace nostall::testdata {
namespace {

std::vector<CompileCommand> allCommands() {
  std::vector<CompileCommand> commands;
  std::vector<Case> cases = filesOf("rules");
  std::ranges::move(filesOf("libraries"), std::back_inserter(cases));
  std::ranges::move(programsOf("programs"), std::back_inserter(cases));
  for (const Case& labelled : cases) {
    std::ranges::move(commandsOf(labelled, labelsOf(labelled)), std::back_inserter(commands));
  }
  return commands;
}

/// The first line that one of them has and the other has not.
std::string difference(const std::vector<std::string>& with, const std::vector<std::string>& without) {
  std::vector<std::string> only;
  std::ranges::set_symmetric_difference(with, without, std::back_inserter(only));
  return only.empty() ? std::string() : only.front();
}

TEST(Snapshots, ChangeNoFactOfAnyLabelledUnit) {
  const std::vector<CompileCommand> commands = allCommands();
  const FrontendOptions frontend = frontendOptions();
  const auto take = [&](size_t unit) { return takeFacts(commands[unit], frontend); };
  TakeOptions options = planWorkers(0, 0);
  const TakenUnits without = takeUnits(commands, take, options);
  options.share = [&](PoolOptions& pool, const std::vector<CompileCommand>& shared, const KeepUnit& keep) {
    shareHeaders(pool, shared, frontend, keep);
  };
  const TakenUnits with = takeUnits(commands, take, options);
  ASSERT_EQ(with.units.size(), commands.size());
  for (size_t unit = 0; unit < commands.size(); ++unit) {
    EXPECT_EQ(with.units[unit].state, without.units[unit].state) << commands[unit].file;
    EXPECT_EQ(difference(canonicalFacts(with.units[unit]), canonicalFacts(without.units[unit])), "")
        << commands[unit].file;
  }
  EXPECT_GT(with.on_snapshots, commands.size() / 2);
}

} // namespace
} // namespace nostall::testdata

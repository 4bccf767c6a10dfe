#include "analysis/analysis_of.h"
#include "analysis/bodies/outlines.h"
#include "analysis/locks/lock_effects.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <string>

namespace nostall {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

const char* const outline_pack = R"(
schema: 1
library: small
blocks:
  blocking-sleep: [sleep]
modes:
  - {function: quicken, argument: 0}
locks:
  - {mutex: Mutex, lock: [lock], unlock: [unlock]}
)";

class OutlinesTest : public testing::Test {
protected:
  /// Names of the functions whose bodies hold that, in the order of the program.
  std::vector<std::string> holding(Holds what) {
    const Program program = link({unit_.facts()});
    const Catalog catalog = catalogOf(outline_pack);
    const Matcher matcher(catalog, program.symbols);
    const Outlines outlines(program, matcher);
    std::vector<std::string> found;
    for (BodyId body = 0; body < program.bodies.size(); ++body) {
      if (outlines.has(body, what)) { found.push_back(nameOf(program, program.bodies[body].body.function)); }
    }
    return found;
  }

  static std::string nameOf(const Program& program, FunctionId function) {
    return program.symbols.text(program.symbols.functions[function].display);
  }

  UnitBuilder unit_{"/p/a.cpp"};
};

TEST_F(OutlinesTest, SayWhatTheCatalogMaySpeakOf) {
  unit_.define("waits").calls("sleep", 1);
  unit_.define("sets").calls("quicken", 2);
  unit_.define("works").calls("waits", 3);
  EXPECT_THAT(holding(Holds::Blocks), ElementsAre("waits"));
  EXPECT_THAT(holding(Holds::Modes), ElementsAre("sets"));
  EXPECT_THAT(holding(Holds::Switches), IsEmpty());
}

TEST_F(OutlinesTest, SayWhatBodiesAreMadeOf) {
  unit_.coroutine("session").awaits("Task", 1);
  unit_.define("ends").destroys("File", 2);
  unit_.define("hands").passes("ends", "run", 3);
  BodyBuilder turns = unit_.define("turns");
  turns.calls("ends", 4);
  turns.body().blocks = {Block{.first = 0, .count = 1, .successors = {0, 1}}, Block{.first = 1}};
  turns.body().exit = 1;
  EXPECT_THAT(holding(Holds::Awaits), ElementsAre("session"));
  EXPECT_THAT(holding(Holds::Ends), ElementsAre("ends"));
  EXPECT_THAT(holding(Holds::Callables), ElementsAre("hands"));
  EXPECT_THAT(holding(Holds::Loops), ElementsAre("turns"));
}

TEST_F(OutlinesTest, SayWhoGetsTasksAndWhoHasLocks) {
  unit_.typeFacts("Task").has_promise = true;
  BodyBuilder starts = unit_.define("starts");
  starts.calls("fetch", 1).last().type = unit_.type("Task");
  BodyBuilder locks = unit_.define("locks");
  locks.calls("Mutex::lock", 2);
  Value mutex;
  mutex.type = unit_.type("Mutex");
  locks.last().object = mutex;
  unit_.define("works").calls("locks", 3);
  EXPECT_THAT(holding(Holds::Tasks), ElementsAre("starts"));
  EXPECT_THAT(holding(Holds::Locks), ElementsAre("locks"));
}

TEST_F(OutlinesTest, ListTheCallsOfWhatHasABody) {
  unit_.define("first").calls("sleep", 1);
  unit_.define("second").calls("first", 2).calls("unknown", 3).calls("first", 4);
  const Program program = link({unit_.facts()});
  const Catalog catalog = catalogOf(outline_pack);
  const Matcher matcher(catalog, program.symbols);
  const Outlines outlines(program, matcher);
  std::vector<std::string> calls;
  for (BodyId body = 0; body < program.bodies.size(); ++body) {
    for (const FunctionId callee : outlines.calls(body)) {
      calls.push_back(nameOf(program, program.bodies[body].body.function) + " " + nameOf(program, callee));
    }
  }
  EXPECT_THAT(calls, ElementsAre("second first", "second first"));
}

TEST_F(OutlinesTest, LocksAreFoundWhereEffectsAreFelt) {
  BodyBuilder locks = unit_.define("locks");
  locks.calls("Mutex::lock", 2);
  Value mutex;
  mutex.type = unit_.type("Mutex");
  locks.last().object = mutex;
  unit_.define("calls").calls("locks", 3);
  unit_.define("works").calls("calls", 4);
  const Program program = link({unit_.facts()});
  const Catalog catalog = catalogOf(outline_pack);
  const Matcher matcher(catalog, program.symbols);
  const Classes classes = classify(program, catalog, matcher);
  const LockTypes types(program, matcher, classes);
  LockingBodies bodies(program, classes.outlines, types);
  const auto names = [&](const LockEffects& effects) {
    std::vector<std::string> found;
    for (const BodyId body : bodies.under(effects)) {
      found.push_back(nameOf(program, program.bodies[body].body.function));
    }
    return found;
  };
  EXPECT_THAT(names({}), ElementsAre("locks"));
  LockEffects effects;
  const auto locking =
      std::find_if(program.bodies.begin(), program.bodies.end(),
                   [&](const LinkedBody& body) { return nameOf(program, body.body.function) == "locks"; });
  effects.functions[locking->body.function] = {{"global:mutex", LockStep::Lock}};
  EXPECT_THAT(names(effects), ElementsAre("locks", "calls"));
  effects.functions.clear();
  effects.guards = {};
  EXPECT_THAT(names(effects), ElementsAre("locks"));
}

} // namespace
} // namespace nostall

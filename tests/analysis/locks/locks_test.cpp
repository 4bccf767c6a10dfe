#include "analysis/contexts/places.h"
#include "analysis/locks/lock_effects.h"
#include "analysis/locks/lock_flow.h"
#include "support/facts_builder.h"

#include <gmock/gmock.h>

#include <algorithm>

namespace nostall {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

const char* const lock_pack = R"(
schema: 1
library: small
locks:
  - {mutex: Mutex, lock: [lock], unlock: [unlock], try_lock: [try_lock]}
  - {guard: Guard, unlock: [unlock], owns: [owns], defers: [Defer]}
  - {function: c_lock, argument: 0}
  - {function: c_unlock, argument: 0, does: unlock}
)";

/// A unit whose bodies lock, and what is known of it.
class LocksTest : public testing::Test {
protected:
  LocksTest() : unit_("/p/a.cpp") {
    for (const char* type : {"Mutex", "Guard", "Store", "Defer"}) {
      unit_.typeFacts(type).kind = TypeKind::Record;
    }
  }

  Value value(const std::string& path, const std::string& type) {
    return {.type = unit_.type(type), .path = unit_.text(path)};
  }
  void calls(BodyBuilder& body, const std::string& method, const std::string& path, const std::string& type) {
    body.calls(method, 3);
    body.last().object = value(path, type);
  }
  void guards(BodyBuilder& body, const std::string& guard, const std::string& mutex, bool deferred = false) {
    body.calls("Guard::Guard", 3);
    body.last().kind = EventKind::Construct;
    body.last().type = unit_.type("Guard");
    body.last().target = unit_.text(guard);
    body.last().arguments.push_back(value(mutex, "Mutex"));
    if (deferred) { body.last().arguments.push_back(value({}, "Defer")); }
  }
  void ends(BodyBuilder& body, const std::string& path) {
    body.destroys("Guard", 3);
    body.last().object = value(path, "Guard");
  }

  struct Linked {
    Program program;
    CatalogResult loaded = loadCatalog({{"rules/libraries/small.yaml", lock_pack}});
  };
  Linked link() {
    Linked linked;
    linked.program = nostall::link({unit_.facts()});
    return linked;
  }

  /// "held" and "maybe" for each lock that is held at the end of `f`.
  std::vector<std::string> heldAtEnd() {
    const Linked linked = link();
    const Matcher matcher(linked.loaded.catalog, linked.program.symbols);
    const Classes classes = classifyAll(linked.program, linked.loaded.catalog, matcher);
    const LockTypes types(linked.program, matcher, classes);
    LockingBodies bodies(linked.program, classes.outlines, types);
    const auto is_f = [&](const LinkedBody& body) {
      return linked.program.symbols.text(linked.program.symbols.functions[body.body.function].display) == "f";
    };
    const Body& body = std::find_if(linked.program.bodies.begin(), linked.program.bodies.end(), is_f)->body;
    const LockOperations operations = lockOperations(
        body, linked.program, types, findLockEffects(linked.program, types, bodies, matcher), matcher);
    std::vector<std::string> held;
    LockFlow(body, operations).visit([&](const LockState& state, EventId event) {
      if (event + 1 != body.events.size()) { return; }
      for (uint32_t i = 0; i < operations.acquisitions.size(); ++i) {
        const uint32_t slot = operations.acquisitions[i].slot;
        if (!state.mayHold(i)) { continue; }
        held.push_back((state.mayBeFree(slot) ? "maybe " : "held ") + operations.slots[slot].path);
      }
    });
    return held;
  }

  /// "lock this.mutex" for what each function does to its callers' locks.
  std::vector<std::string> effects() {
    const Linked linked = link();
    const Matcher matcher(linked.loaded.catalog, linked.program.symbols);
    const Classes classes = classifyAll(linked.program, linked.loaded.catalog, matcher);
    const LockTypes types(linked.program, matcher, classes);
    LockingBodies bodies(linked.program, classes.outlines, types);
    std::vector<std::string> lines;
    static const char* const steps[] = {"lock", "try", "unlock", "may unlock"};
    for (const auto& [function, known] : findLockEffects(linked.program, types, bodies, matcher).functions) {
      for (const LockEffect& effect : known) {
        lines.push_back(linked.program.symbols.text(linked.program.symbols.functions[function].display) +
                        ": " + steps[static_cast<int>(effect.step)] + " " + effect.path);
      }
    }
    return lines;
  }

  UnitBuilder unit_;
};

TEST_F(LocksTest, OfAMutexLastUntilItIsUnlocked) {
  BodyBuilder body = unit_.define("f");
  calls(body, "Mutex::lock", "this.mutex", "Mutex");
  body.calls("end", 4);
  EXPECT_THAT(heldAtEnd(), ElementsAre("held this.mutex"));
  calls(body, "Mutex::unlock", "this.mutex", "Mutex");
  body.calls("end", 5);
  EXPECT_THAT(heldAtEnd(), IsEmpty());
}

TEST_F(LocksTest, OfAGuardLastUntilItsEnd) {
  BodyBuilder body = unit_.define("f");
  guards(body, "local:guard@3", "this.mutex");
  body.calls("end", 4);
  EXPECT_THAT(heldAtEnd(), ElementsAre("held local:guard@3"));
  ends(body, "local:guard@3");
  body.calls("end", 5);
  EXPECT_THAT(heldAtEnd(), IsEmpty());
}

TEST_F(LocksTest, EndWithWhatHoldsTheirGuard) {
  BodyBuilder body = unit_.define("f");
  guards(body, "local:holder@3.guard", "this.mutex");
  ends(body, "local:holder@3");
  body.calls("end", 5);
  EXPECT_THAT(heldAtEnd(), IsEmpty());
}

TEST_F(LocksTest, AreNotTakenByDeferredGuards) {
  BodyBuilder body = unit_.define("f");
  guards(body, "local:guard@3", "this.mutex", true);
  body.calls("end", 4);
  EXPECT_THAT(heldAtEnd(), IsEmpty());
}

TEST_F(LocksTest, OfATryAreHeldWhereItSucceeded) {
  BodyBuilder body = unit_.define("f");
  calls(body, "Mutex::try_lock", "this.mutex", "Mutex");
  body.calls("end", 4);
  EXPECT_THAT(heldAtEnd(), ElementsAre("maybe this.mutex"));
  // Then in a block of its own, where the answer was yes.
  Body& graph = body.body();
  graph.blocks = {Block(), Block(), Block()};
  graph.blocks[0] = {.first = 0, .count = 1};
  graph.blocks[0].successors.push_back(1);
  graph.blocks[0].successors.push_back(2);
  Value asked;
  asked.from = 0;
  graph.blocks[0].test = BranchTest{.value = asked};
  graph.blocks[1] = {.first = 1, .count = 1};
  graph.blocks[2] = {.first = 2, .count = 0};
  EXPECT_THAT(heldAtEnd(), ElementsAre("held this.mutex"));
  graph.blocks[0].test = BranchTest{.value = asked, .negated = true};
  EXPECT_THAT(heldAtEnd(), IsEmpty());
}

TEST_F(LocksTest, AreTakenByFunctionsThatPacksName) {
  BodyBuilder body = unit_.define("f");
  body.calls("c_lock", 3).last().arguments.push_back(value("param:raw", "Mutex"));
  body.calls("end", 4);
  EXPECT_THAT(heldAtEnd(), ElementsAre("held param:raw"));
  body.calls("c_unlock", 5).last().arguments.push_back(value("param:raw", "Mutex"));
  body.calls("end", 6);
  EXPECT_THAT(heldAtEnd(), IsEmpty());
}

TEST_F(LocksTest, OfHelpersAreThoseOfTheirCallers) {
  BodyBuilder body = unit_.define("f");
  calls(body, "Store::lockAll", "local:store@2", "Store");
  body.calls("end", 4);
  BodyBuilder helper = unit_.define("Store::lockAll");
  calls(helper, "Mutex::lock", "this.mutex", "Mutex");
  EXPECT_THAT(effects(), ElementsAre("Store::lockAll: lock this.mutex"));
  EXPECT_THAT(heldAtEnd(), ElementsAre("held local:store@2.mutex"));
}

TEST_F(LocksTest, OfHelpersThatUnlockAreGone) {
  BodyBuilder helper = unit_.define("Store::unlockAll");
  calls(helper, "Mutex::unlock", "this.mutex", "Mutex");
  EXPECT_THAT(effects(), ElementsAre("Store::unlockAll: unlock this.mutex"));
}

TEST_F(LocksTest, OfBalancedHelpersAreTheirOwn) {
  BodyBuilder helper = unit_.define("Store::change");
  calls(helper, "Mutex::lock", "this.mutex", "Mutex");
  calls(helper, "Mutex::unlock", "this.mutex", "Mutex");
  EXPECT_THAT(effects(), IsEmpty());
}

} // namespace
} // namespace nostall

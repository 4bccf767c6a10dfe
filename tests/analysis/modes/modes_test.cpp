#include "analysis/analysis_of.h"
#include "analysis/modes/mode_flow.h"

#include <gmock/gmock.h>

namespace nostall {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

const char* const mode_pack = R"(
schema: 1
library: small
blocks:
  blocking-sleep:
    - {function: receive, unless: {argument: 0, mode: nonblocking}}
    - {function: take, unless: {argument: 0, mode: ready}}
modes:
  - {function: quicken, argument: 0}
  - {function: slow, argument: 0, mode: blocking}
  - {function: asks, argument: 0, mode: ready}
  - {function: make, result: true}
)";

/// Calls `callee` with an argument of that path.
void callWith(UnitBuilder& unit, BodyBuilder& body, const std::string& callee, const std::string& path,
              uint32_t line) {
  body.calls(callee, line);
  body.last().arguments.push_back({.path = unit.text(path)});
}

TEST(Modes, HoldFromTheCallOn) {
  UnitBuilder unit("/p/a.cpp");
  BodyBuilder body = unit.coroutine("session");
  callWith(unit, body, "receive", "param:fd", 3);
  callWith(unit, body, "quicken", "param:fd", 4);
  callWith(unit, body, "receive", "param:fd", 5);
  callWith(unit, body, "receive", "param:other", 6);
  callWith(unit, body, "slow", "param:fd", 7);
  callWith(unit, body, "receive", "param:fd", 8);
  EXPECT_THAT(findingsOf(unit, mode_pack), ElementsAre("3 error blocking-sleep session: receive",
                                                       "6 error blocking-sleep session: receive",
                                                       "8 error blocking-sleep session: receive"));
}

TEST(Modes, OfResultsPassToWhatTheyInitialise) {
  UnitBuilder unit("/p/a.cpp");
  BodyBuilder body = unit.coroutine("session");
  body.calls("make", 3).last().target = unit.text("local:fd@3");
  callWith(unit, body, "receive", "local:fd@3", 4);
  body.calls("socket", 5).last().target = unit.text("local:fd@3");
  callWith(unit, body, "receive", "local:fd@3", 6);
  EXPECT_THAT(findingsOf(unit, mode_pack), ElementsAre("6 error blocking-sleep session: receive"));
}

TEST(Modes, OfAReplacedObjectAreThoseOfItsParts) {
  UnitBuilder unit("/p/a.cpp");
  BodyBuilder body = unit.coroutine("session");
  callWith(unit, body, "quicken", "local:peer@2.fd", 3);
  body.calls("connect", 4).last().target = unit.text("local:peer@2");
  callWith(unit, body, "receive", "local:peer@2.fd", 5);
  EXPECT_THAT(findingsOf(unit, mode_pack), ElementsAre("5 error blocking-sleep session: receive"));
}

/// Peer::open calls `first`, and Peer::close `second`, with a member that a coroutine of Peer receives from.
std::vector<std::string> memberWith(const std::string& first, const std::string& second,
                                    const std::string& owner = "Peer") {
  UnitBuilder unit("/p/a.cpp");
  unit.type("Peer");
  unit.type("Task");
  unit.type("Other");
  BodyBuilder open = unit.define(owner + "::open");
  callWith(unit, open, first, "this.fd", 3);
  BodyBuilder close = unit.define("Peer::close");
  callWith(unit, close, second, "this.fd", 4);
  BodyBuilder run = unit.coroutine("Peer::run");
  callWith(unit, run, "receive", "this.fd", 5);
  return findingsOf(unit, mode_pack);
}

TEST(Modes, OfMembersHoldInTheWholeClass) {
  EXPECT_THAT(memberWith("quicken", "use"), IsEmpty());
  EXPECT_THAT(memberWith("use", "use"), ElementsAre("5 error blocking-sleep Peer::run: receive"));
}

TEST(Modes, OfAnotherClassSayNothing) {
  EXPECT_THAT(memberWith("quicken", "use", "Other"),
              ElementsAre("5 error blocking-sleep Peer::run: receive"));
}

TEST(Modes, OfMembersThatSomeCodePutsBackAreNotKnown) {
  EXPECT_THAT(memberWith("quicken", "slow"), ElementsAre("5 error blocking-sleep Peer::run: receive"));
}

TEST(Modes, ThatAnswersTellHoldInTheBodyAlone) {
  EXPECT_THAT(memberWith("asks", "use"), ElementsAre("5 error blocking-sleep Peer::run: receive"));
}

/// A body of one event of path 1 in each block.
Body bodyOf(const std::vector<PackedVector<BlockId>>& successors) {
  Body body;
  for (EventId id = 0; id < successors.size(); ++id) {
    body.events.push_back({.full_expression = id + 1});
    body.blocks.push_back({.first = id, .count = 1, .successors = successors[id]});
  }
  return body;
}

/// The blocks before whose event the path 1 has the mode.
std::vector<BlockId> heldIn(const Body& body, const ModeEvents& events, Mode mode) {
  Symbols symbols;
  symbols.strings = {"", "local:x@1"};
  const ModeFlow flow(body, symbols, events);
  std::vector<BlockId> held;
  for (BlockId block = 0; block < body.blocks.size(); ++block) {
    if (flow.holds(block, 1, mode)) { held.push_back(block); }
  }
  return held;
}

TEST(ModeFlow, HoldsWhereEveryPathSetIt) {
  const Body body = bodyOf({{1, 2}, {3}, {3}, {}});
  EXPECT_THAT(heldIn(body, {.changes = {{1, 1, Mode::Nonblocking}}}, Mode::Nonblocking), IsEmpty());
  EXPECT_THAT(
      heldIn(body, {.changes = {{1, 1, Mode::Nonblocking}, {2, 1, Mode::Nonblocking}}}, Mode::Nonblocking),
      ElementsAre(3));
  EXPECT_THAT(
      heldIn(body, {.changes = {{0, 1, Mode::Nonblocking}, {2, 1, Mode::Blocking}}}, Mode::Nonblocking),
      ElementsAre(1, 2));
}

TEST(ModeFlow, AnAnswerHoldsOnItsBranchAlone) {
  const Body body = bodyOf({{1, 2}, {3}, {3}, {}});
  EXPECT_THAT(heldIn(body, {.ready_edges = {{{0, 1}, 1}}}, Mode::Ready), ElementsAre(2));
}

TEST(ModeFlow, WhatIsOverAtTheStartIsOverUntilItIsReplaced) {
  Body body = bodyOf({{1}, {2}, {}});
  body.events[1].target = 1;
  EXPECT_THAT(heldIn(body, {.ready_at_entry = {1}}, Mode::Ready), ElementsAre(0, 1));
}

TEST(ModeFlow, AHandlerKnowsWhatHoldsThroughoutTheBlock) {
  Body body = bodyOf({{1}, {3}, {3}, {}});
  body.blocks[1].handlers = {2};
  EXPECT_THAT(heldIn(body, {.changes = {{1, 1, Mode::Nonblocking}}}, Mode::Nonblocking), IsEmpty());
  EXPECT_THAT(
      heldIn(body, {.changes = {{0, 1, Mode::Nonblocking}, {1, 1, Mode::Blocking}}}, Mode::Nonblocking),
      ElementsAre(1));
}

TEST(ModeFlow, SaysNothingOfBlocksThatNothingReaches) {
  EXPECT_THAT(heldIn(bodyOf({{}, {}}), {.changes = {{0, 1, Mode::Nonblocking}}}, Mode::Nonblocking),
              IsEmpty());
}

} // namespace
} // namespace nostall

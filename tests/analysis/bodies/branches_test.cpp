#include "analysis/bodies/branches.h"

#include <gmock/gmock.h>

namespace nostall {

void PrintTo(const BranchEdge& edge, std::ostream* out) {
  *out << "block " << edge.block << ", successor " << edge.successor;
}

namespace {

using testing::ElementsAre;
using testing::IsEmpty;

/// A body of one event in each block.
Body bodyOf(const std::vector<PackedVector<BlockId>>& successors) {
  Body body;
  for (EventId id = 0; id < successors.size(); ++id) {
    body.events.push_back({.full_expression = id + 1});
    body.blocks.push_back({.first = id, .count = 1, .successors = successors[id]});
  }
  return body;
}

/// Block 0 asks for the result of its event; `compared_with` what, and whether it is not.
Body branching(Value compared_with, bool negated) {
  Body body = bodyOf({{1, 2}, {3}, {3}, {}});
  BranchTest& test = body.blocks[0].test.edit();
  test.value.from = 0;
  test.compared_with = std::move(compared_with);
  test.negated = negated;
  return body;
}

Symbols symbols() {
  Symbols table;
  table.strings = {"", "Status::ready", "Status::late", "local:status@1"};
  return table;
}

Value number(int64_t value) {
  return {.number = value, .constant = ConstantKind::Integer};
}
Value named(StringId name) {
  return {.names = {name}};
}

const CallResults ready{.names = {"Status::ready"}};
const CallResults late{.names = {"Status::late"}};
const CallResults zero{.numbers = {0}};

TEST(EdgesWith, TheAnswerTakeItsBranch) {
  EXPECT_THAT(edgesWith(branching(named(1), false), symbols(), 0, ready), ElementsAre(BranchEdge{0, 0}));
  EXPECT_THAT(edgesWith(branching(named(1), true), symbols(), 0, ready), ElementsAre(BranchEdge{0, 1}));
}

TEST(EdgesWith, AnotherResultSayNothingUnlessItIsTheOpposite) {
  EXPECT_THAT(edgesWith(branching(named(2), false), symbols(), 0, ready), IsEmpty());
  EXPECT_THAT(edgesWith(branching(named(2), false), symbols(), 0, ready, late),
              ElementsAre(BranchEdge{0, 1}));
}

TEST(EdgesWith, NoComparisonAskForTruth) {
  EXPECT_THAT(edgesWith(branching({}, false), symbols(), 0, {}), ElementsAre(BranchEdge{0, 0}));
  EXPECT_THAT(edgesWith(branching({}, true), symbols(), 0, {}), ElementsAre(BranchEdge{0, 1}));
  EXPECT_THAT(edgesWith(branching({}, false), symbols(), 0, zero), ElementsAre(BranchEdge{0, 1}));
  EXPECT_THAT(edgesWith(branching({}, false), symbols(), 0, ready), IsEmpty());
}

TEST(EdgesWith, ANumberAreToldByIt) {
  EXPECT_THAT(edgesWith(branching(number(0), false), symbols(), 0, zero), ElementsAre(BranchEdge{0, 0}));
  EXPECT_THAT(edgesWith(branching(number(0), false), symbols(), 0, {}), ElementsAre(BranchEdge{0, 1}));
  EXPECT_THAT(edgesWith(branching(number(1), true), symbols(), 0, {}), ElementsAre(BranchEdge{0, 1}));
}

TEST(EdgesWith, AVariableFollowItUntilItIsReplaced) {
  Body body = bodyOf({{1}, {2, 3}, {3}, {}});
  body.events[0].target = 3;
  BranchTest& test = body.blocks[1].test.edit();
  test.value.path = 3;
  test.compared_with = named(1);
  EXPECT_THAT(edgesWith(body, symbols(), 0, ready), ElementsAre(BranchEdge{1, 0}));
  body.events[1].target = 3;
  EXPECT_THAT(edgesWith(body, symbols(), 0, ready), IsEmpty());
}

TEST(EdgesWith, AnotherCallSayNothing) {
  EXPECT_THAT(edgesWith(branching(named(1), false), symbols(), 1, ready), IsEmpty());
}

std::vector<BranchEdge> probably(const std::vector<PackedVector<BlockId>>& successors, EventId event) {
  return edgesProbablyWith(bodyOf(successors), symbols(), event);
}

TEST(EdgesProbablyWith, ABranchAreThoseWhereItHolds) {
  EXPECT_THAT(probably({{1, 2}, {3}, {3}, {}}, 0), ElementsAre(BranchEdge{0, 0}));
  EXPECT_THAT(edgesProbablyWith(branching({}, true), symbols(), 0), ElementsAre(BranchEdge{0, 1}));
}

TEST(EdgesProbablyWith, ALoopLeaveIt) {
  EXPECT_THAT(probably({{1}, {2, 3}, {1}, {}}, 1), ElementsAre(BranchEdge{1, 1})) << "at the head";
  EXPECT_THAT(probably({{1}, {1, 2}, {}}, 1), ElementsAre(BranchEdge{1, 1})) << "at the end";
  EXPECT_THAT(probably({{1}, {2, 3}, {}, {1}}, 1), ElementsAre(BranchEdge{1, 0})) << "by a break";
  EXPECT_THAT(probably({{1}, {2, 4}, {1}, {}, {3}}, 1), ElementsAre(BranchEdge{1, 1})) << "blocks after it";
}

} // namespace
} // namespace nostall

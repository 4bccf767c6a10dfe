#include "analysis/bodies/flow.h"
#include "analysis/bodies/loops.h"

#include <gmock/gmock.h>

namespace nostall {
namespace {

using testing::ElementsAre;

/// What may have been seen on the way.
struct Seen {
  uint32_t events = 0;

  bool join(const Seen& other) {
    const uint32_t old = events;
    events |= other.events;
    return events != old;
  }
};

/// One event a block; each event is seen after it.
struct Graph {
  Body body;

  explicit Graph(std::vector<std::vector<BlockId>> successors) {
    for (EventId id = 0; id < successors.size(); ++id) {
      body.events.emplace_back();
      Block block{.first = id, .count = 1};
      for (const BlockId next : successors[id]) {
        block.successors.push_back(next);
      }
      body.blocks.push_back(std::move(block));
    }
  }

  /// Before each block: the events on the ways to it as bits; -1 where no way leads.
  std::vector<int> run() const {
    const auto before =
        flowForward(body, Seen{}, [](Seen& seen, EventId event) { seen.events |= 1U << event; });
    std::vector<int> bits;
    for (const auto& state : before) {
      bits.push_back(state ? static_cast<int>(state->events) : -1);
    }
    return bits;
  }
};

TEST(Flow, JoinsWhatHoldsOnSeveralWays) {
  const Graph graph({{1, 2}, {3}, {3}, {}});
  EXPECT_THAT(graph.run(), ElementsAre(0, 1, 1, 7));
}

TEST(Flow, GoesAroundLoopsUntilNothingChanges) {
  const Graph graph({{1}, {2, 3}, {1}, {}});
  EXPECT_THAT(graph.run(), ElementsAre(0, 7, 7, 7));
}

TEST(Flow, LeavesOutWhatNoWayReaches) {
  const Graph graph({{2}, {2}, {}});
  EXPECT_THAT(graph.run(), ElementsAre(0, -1, 1));
}

TEST(Flow, EntersHandlersBeforeAndAfterEachEvent) {
  Graph graph({{1}, {}, {}});
  graph.body.events = {Event(), Event(), Event(), Event()};
  graph.body.blocks[0] = {.first = 0, .count = 2, .successors = graph.body.blocks[0].successors};
  graph.body.blocks[0].handlers.push_back(2);
  graph.body.blocks[1].first = 2;
  graph.body.blocks[2].first = 3;
  // The last event alone counts.
  const auto before = flowForward(graph.body, Seen{.events = 8},
                                  [](Seen& seen, EventId event) { seen.events = 1U << event; });
  EXPECT_EQ(before[1]->events, 2U);
  EXPECT_EQ(before[2]->events, 8U + 1U + 2U);
}

TEST(Flow, TellsBranchesApart) {
  const Graph graph({{1, 2}, {}, {}});
  const auto before = flowForward(
      graph.body, Seen{}, [](Seen&, EventId) {},
      [](Seen& seen, BlockId, size_t successor) { seen.events = 10 + static_cast<uint32_t>(successor); });
  EXPECT_EQ(before[1]->events, 10U);
  EXPECT_EQ(before[2]->events, 11U);
}

TEST(Flow, IsVisitedWithWhatHoldsBeforeEachEvent) {
  const Graph graph({{1}, {}});
  const auto step = [](Seen& seen, EventId event) { seen.events |= 1U << event; };
  std::vector<uint32_t> seen;
  visitFlow(graph.body, flowForward(graph.body, Seen{}, step), step,
            [&](const Seen& state, EventId) { seen.push_back(state.events); });
  EXPECT_THAT(seen, ElementsAre(0U, 1U));
}

// ---------------------------------------------------------------------------------------------------

TEST(Loops, AreTheBlocksThatComeBack) {
  const Graph graph({{1}, {2, 3}, {1}, {}});
  const std::vector<Loop> loops = loopsOf(graph.body);
  ASSERT_EQ(loops.size(), 1U);
  EXPECT_EQ(loops[0].head, 1U);
  EXPECT_THAT(loops[0].inside, ElementsAre(0, 1, 1, 0));
  EXPECT_THAT(loops[0].exits, ElementsAre(std::pair(BlockId{1}, size_t{1})));
}

TEST(Loops, WithinEachOtherAreSeveral) {
  const Graph graph({{1}, {2, 5}, {3, 4}, {2}, {1}, {}});
  const std::vector<Loop> loops = loopsOf(graph.body);
  ASSERT_EQ(loops.size(), 2U);
  EXPECT_THAT(loops[0].inside, ElementsAre(0, 1, 1, 1, 1, 0));
  EXPECT_THAT(loops[1].inside, ElementsAre(0, 0, 1, 1, 0, 0));
}

TEST(Loops, MayHaveNoWayOut) {
  const Graph graph({{1}, {1}});
  const std::vector<Loop> loops = loopsOf(graph.body);
  ASSERT_EQ(loops.size(), 1U);
  EXPECT_TRUE(loops[0].exits.empty());
}

TEST(Loops, AreNoneWithoutAWayBack) {
  EXPECT_TRUE(loopsOf(Graph({{1, 2}, {2}, {}}).body).empty());
}

} // namespace
} // namespace nostall

#include "model/packed_vector.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace nostall {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(PackedVector, KeepsItsItemsAsItGrows) {
  PackedVector<std::string> texts;
  EXPECT_THAT(texts, IsEmpty());
  for (int i = 0; i < 200; ++i) {
    texts.push_back("a text that is too long to be kept in the string itself: " + std::to_string(i));
  }
  ASSERT_EQ(texts.size(), 200U);
  EXPECT_TRUE(texts[199].ends_with(": 199"));
  EXPECT_TRUE(texts.front().ends_with(": 0"));
}

TEST(PackedVector, TakesAnItemOfItsOwn) {
  PackedVector<std::string> texts{"first"};
  for (int i = 0; i < 5; ++i) {
    texts.push_back(texts[0]);
  }
  EXPECT_THAT(texts, ElementsAre("first", "first", "first", "first", "first", "first"));
}

TEST(PackedVector, CopiesAndMoves) {
  const PackedVector<std::string> original{"a", "b"};
  PackedVector<std::string> copy = original;
  copy.push_back("c");
  EXPECT_THAT(original, ElementsAre("a", "b"));
  PackedVector<std::string> moved = std::move(copy);
  EXPECT_THAT(moved, ElementsAre("a", "b", "c"));
  moved = original;
  EXPECT_EQ(moved, original);
  moved.clear();
  EXPECT_THAT(moved, IsEmpty());
}

TEST(PackedVector, LosesWhatIsErasedAtTheEnd) {
  PackedVector<std::string> texts{"a", "b", "a", "c"};
  texts.erase(std::remove(texts.begin(), texts.end(), "a"), texts.end());
  EXPECT_THAT(texts, ElementsAre("b", "c"));
  const std::vector<std::string> more{"d", "e"};
  texts.insert(texts.end(), more.begin(), more.end());
  EXPECT_THAT(texts, ElementsAre("b", "c", "d", "e"));
}

TEST(PackedVector, IsOrderedAsItsItemsAre) {
  EXPECT_LT((PackedVector<int>{1, 2}), (PackedVector<int>{1, 3}));
  EXPECT_LT((PackedVector<int>{1}), (PackedVector<int>{1, 0}));
  EXPECT_FALSE((PackedVector<int>{2}) < (PackedVector<int>{1, 5}));
}

} // namespace
} // namespace nostall

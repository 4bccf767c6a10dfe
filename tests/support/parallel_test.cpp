#include "support/parallel.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <numeric>
#include <string>
#include <vector>

namespace nostall {
namespace {

TEST(Parallel, PartsMakeUpTheWhole) {
  for (const size_t count : {size_t{0}, size_t{1}, size_t{19999}, size_t{20000}, size_t{100003}}) {
    std::vector<char> done(count, 0);
    std::vector<size_t> sizes(4, 0);
    const size_t parts = inParts(count, sizes.size(), [&](size_t part, size_t first, size_t last) {
      for (size_t i = first; i < last; ++i) {
        ++done[i];
      }
      sizes[part] = last - first;
    });
    EXPECT_EQ(std::accumulate(sizes.begin(), sizes.end(), size_t{0}), count);
    EXPECT_EQ(std::count(done.begin(), done.end(), 1), static_cast<long>(count));
    EXPECT_EQ(parts, count < 20000 ? 1U : sizes.size());
  }
}

TEST(Parallel, EachIndexIsWorkedOnOnce) {
  std::vector<std::atomic<int>> done(100);
  eachOnAnyCore(done.size(), [&](size_t index) { ++done[index]; });
  for (const std::atomic<int>& times : done) {
    EXPECT_EQ(times, 1);
  }
  eachOnAnyCore(0, [](size_t) { FAIL(); });
}

TEST(Parallel, GivesBothResults) {
  const auto [number, text] = atOnce([] { return 7; }, [] { return std::string("seven"); });
  EXPECT_EQ(number, 7);
  EXPECT_EQ(text, "seven");
}

} // namespace
} // namespace nostall

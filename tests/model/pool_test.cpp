#include "model/pool.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <cstring>
#include <set>
#include <thread>
#include <vector>

namespace nostall {
namespace {

TEST(Pool, GivesPiecesThatDoNotOverlap) {
  struct Piece {
    unsigned char* memory;
    size_t bytes;
  };
  std::vector<Piece> pieces;
  for (size_t i = 0; i < 20000; ++i) {
    const size_t bytes = 1 + i % 700; // also those that are too big for it
    auto* memory = static_cast<unsigned char*>(Pool::allocate(bytes));
    ASSERT_EQ(reinterpret_cast<uintptr_t>(memory) % Pool::alignment, 0U);
    std::memset(memory, static_cast<int>(i % 251), bytes);
    pieces.push_back({memory, bytes});
  }
  for (size_t i = 0; i < pieces.size(); ++i) {
    for (size_t at = 0; at < pieces[i].bytes; ++at) {
      ASSERT_EQ(pieces[i].memory[at], i % 251) << i;
    }
    Pool::release(pieces[i].memory, pieces[i].bytes);
  }
}

TEST(Pool, HandsOutAgainWhatWasReleased) {
  std::set<void*> first;
  for (int i = 0; i < 1000; ++i) {
    first.insert(Pool::allocate(40));
  }
  for (void* piece : first) {
    Pool::release(piece, 40);
  }
  std::set<void*> second;
  for (int i = 0; i < 1000; ++i) {
    second.insert(Pool::allocate(33)); // of the same size when rounded up
  }
#ifndef NOSTALL_NO_POOL
  EXPECT_EQ(first, second);
#endif
  for (void* piece : second) {
    Pool::release(piece, 33);
  }
}

TEST(Pool, TakesPiecesOfOtherThreads) {
  std::vector<void*> pieces;
  std::thread([&] {
    for (int i = 0; i < 1000; ++i) {
      pieces.push_back(Pool::allocate(24));
      std::memset(pieces.back(), 7, 24);
    }
  }).join();
  for (void* piece : pieces) {
    EXPECT_EQ(static_cast<unsigned char*>(piece)[23], 7);
    Pool::release(piece, 24);
  }
}

} // namespace
} // namespace nostall

// Memory for the small pieces that facts are made of: millions of lists and values.
#pragma once

#include <array>
#include <cstddef>
#include <new>

#ifdef __linux__
#include <sys/mman.h>
#endif

// A tool that looks for wrong uses of memory must see each piece.
#if defined(__SANITIZE_ADDRESS__)
#define NOSTALL_NO_POOL
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define NOSTALL_NO_POOL
#endif
#endif

namespace nostall {

/// Pieces have no header and are kept for the next of their size: nothing goes back to the system. Each
/// thread has lists of its own; whoever releases a piece gets it.
class Pool {
public:
  static constexpr size_t alignment = 8;

  /// At least one byte; never null.
  static void* allocate(size_t bytes) {
    if (!pooled(bytes)) { return ::operator new(bytes); }
    Lists& own = lists();
    Piece*& first = own.free[sizeClass(bytes)];
    if (first == nullptr) { return carve(own, (sizeClass(bytes) + 1) * alignment); }
    Piece* piece = first;
    first = piece->next;
    return piece;
  }

  /// `bytes` as it was allocated with.
  static void release(void* memory, size_t bytes) {
    if (!pooled(bytes)) { return ::operator delete(memory); }
    Piece*& first = lists().free[sizeClass(bytes)];
    first = ::new (memory) Piece{first};
  }

private:
  static constexpr size_t largest = 512;
  static constexpr size_t slab_size = size_t{1} << 18U;
  // Once so many slabs are full the program is big, and gets memory in pages that are.
  static constexpr size_t many_slabs = 16;
  static constexpr size_t big_slab_size = size_t{1} << 23U;
  static constexpr size_t big_page = size_t{1} << 21U;

  struct Piece {
    Piece* next;
  };
  struct Lists {
    std::array<Piece*, largest / alignment> free{};
    Piece* slabs = nullptr; // all of them, so that tools that look for leaks see them
    size_t slab_count = 0;
    char* unused = nullptr;
    size_t left = 0;
  };

#ifdef NOSTALL_NO_POOL
  static bool pooled(size_t /*bytes*/) { return false; }
#else
  static bool pooled(size_t bytes) { return bytes <= largest; }
#endif

  static Lists& lists() {
    static thread_local Lists own;
    return own;
  }
  static size_t sizeClass(size_t bytes) { return (bytes - 1) / alignment; }

  static char* bigSlab() {
    char* slab = static_cast<char*>(::operator new(big_slab_size, std::align_val_t(big_page)));
#ifdef __linux__
    madvise(slab, big_slab_size, MADV_HUGEPAGE); // without them it is only slower
#endif
    return slab;
  }

  static void* carve(Lists& own, size_t size) {
    if (own.left < size) {
      const bool is_big = own.slab_count++ >= many_slabs;
      char* slab = is_big ? bigSlab() : static_cast<char*>(::operator new(slab_size));
      own.slabs = ::new (slab) Piece{own.slabs};
      own.unused = slab + alignment;
      own.left = (is_big ? big_slab_size : slab_size) - alignment;
    }
    char* piece = own.unused;
    own.unused += size;
    own.left -= size;
    return piece;
  }
};

} // namespace nostall

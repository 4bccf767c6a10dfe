// Declarations in the shape of moodycamel::ConcurrentQueue.
#pragma once

#include <cstdint>

namespace moodycamel {
template <typename T>
class BlockingConcurrentQueue {
public:
  bool enqueue(const T& item);
  void wait_dequeue(T& item);
  bool wait_dequeue_timed(T& item, std::int64_t microseconds);
  bool try_dequeue(T& item);
};
} // namespace moodycamel

#include "fake/task.h"

#include <mutex>
#include <optional>

using fake::Task;

class Counter {
public:
  int next() {
    const std::lock_guard guard(mutex_);
    return ++value_;
  }
  std::optional<int> tryNext() {
    const std::unique_lock guard(mutex_, std::try_to_lock);
    return guard ? std::optional(++value_) : std::nullopt;
  }

private:
  std::mutex mutex_;
  int value_ = 0;
};

Task<int> counts(Counter& counter) {
  counter.tryNext();         // ok: blocking-lock   gives up at once
  co_return counter.next();  // want: blocking-lock note
}

#include "fake/task.h"

#include <condition_variable>
#include <mutex>

using fake::Task;

// What a pack names is a leaf: the loop that a program brings in its own tree waits on a condition variable
// inside, and that is the same bug, said once.
namespace coro {
template <class T> struct task {};
inline void sync_wait(int) {
  std::mutex mutex;
  std::unique_lock lock(mutex);
  std::condition_variable ready;
  ready.wait(lock);
}
} // namespace coro

Task<> nests() {
  coro::sync_wait(1); // want: nested-event-loop
  co_return;
}

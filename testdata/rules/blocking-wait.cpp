// Names that look like waits, and are awaited.
#include "fake/task.h"

#include <chrono>
#include <future>

using fake::Task;
using namespace std::chrono_literals;

namespace other {

struct future {
  fake::Tick wait_for(std::chrono::seconds) { return {}; }
  Task<int> get() { co_return 1; }
};

} // namespace other

Task<> awaited(other::future future) {
  co_await future.wait_for(1s);          // ok: blocking-wait   another class, and it suspends
  co_await future.get();                 // ok: blocking-wait
}

Task<> send(int) { co_return; }

Task<> arguments(std::future<int> future) {
  co_await send(future.get());           // want: blocking-wait error
}

Task<> guarded(std::future<int> future) {
  if (future.wait_for(0s) == std::future_status::ready) { // ok: blocking-wait   asks only
    co_return;
  }
  future.wait();                         // want: blocking-wait
}

int helper(std::future<int>& future) { return future.get(); }

Task<int> chained(std::future<int> future) {
  co_return helper(future);              // want: blocking-wait via helper, std::future::get
}

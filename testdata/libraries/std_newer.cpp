#include "fake/task.h"
#include "newer/std.h"

#include <memory>
#include <thread>

using fake::Task;

int nap(int) {
  std::this_thread::sleep_for(std::chrono::milliseconds(1));
  return 1;
}

Task<> waits(std::atomic_flag& flag) {
  std::atomic_flag_wait(&flag, true);                                      // want: blocking-wait
  std::atomic_flag_wait_explicit(&flag, true, std::memory_order_relaxed);  // want: blocking-wait
  co_return;
}

Task<> prints() {
  std::print("a");                     // ok: blocking-console   writes are off
  std::println("a");                   // ok: blocking-console
  std::vprint_unicode(stdout, "a");    // ok: blocking-console
  std::vprint_nonunicode(stdout, "a"); // ok: blocking-console
  co_return;
}

Task<> calls(std::expected<int, int> expected) {
  std::invoke_r<int>(nap, 1);          // want: blocking-sleep
  expected.transform(nap);             // want: blocking-sleep
  expected.and_then(nap);              // want: blocking-sleep
  expected.or_else(nap);               // want: blocking-sleep
  expected.transform_error(nap);       // want: blocking-sleep
  co_return;
}

std::generator<int> numbers() {
  co_yield nap(1);                     // ok: blocking-sleep   a generator runs in its caller
}

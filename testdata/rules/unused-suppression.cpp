// Suppressions in all their forms, at the place and at a step of the chain.
#include "fake/task.h"

#include <fcntl.h>
#include <unistd.h>

using fake::Task;

void nap() { ::usleep(10); }

// A step of the chain: every coroutine that comes through here is silent.
void warmUp() {
  ::sleep(1); // NOLINT(nostall-blocking-sleep): before the loop starts
}

Task<> throughStep() {
  warmUp();                                  // ok: blocking-sleep   suppressed at the step
  co_return;
}

Task<> atThePlace() {
  nap(); // NOLINT(nostall-blocking-sleep): short enough
  nap(); // NOLINT
  nap(); // NOLINT(nostall-*)
  nap(); // NOLINT(google-*, nostall-blocking-sleep)
  // NOLINTNEXTLINE(nostall-blocking-sleep)
  nap();
  // NOLINTNEXTLINE
  nap();
  // NOLINTBEGIN(nostall-blocking-sleep): a block
  nap();
  nap();
  // NOLINTEND(nostall-blocking-sleep)
  nap();                                     // want: blocking-sleep
  co_return;
}

Task<> anotherRule() {
  nap(); // NOLINT(google-runtime-int) // want: blocking-sleep
  co_return;
}

Task<> useless() {
  int number = 1; // NOLINT(nostall-blocking-sleep) // want: unused-suppression warning
  number = 2;     // NOLINT(nostall-*)
  number = 3;     // NOLINT
  (void)number;
  co_return;
}

Task<> wrongRule() {
  nap(); // NOLINT(nostall-blocking-file) // want: blocking-sleep // want: unused-suppression
  co_return;
}

// ---- annotations

[[clang::annotate("nostall::never_blocks")]] void fast() { nap(); }
[[clang::annotate("nostall::may_block")]] void slow();
[[clang::annotate("nostall::async")]] void onTheLoop() {
  nap();                                     // want: blocking-sleep
}
template <typename Function> [[clang::annotate("nostall::elsewhere")]] void inPool(Function function) { function(); }

Task<> annotated() {
  fast();                                    // ok: blocking-sleep   the author says so
  inPool([] { nap(); });                     // ok: blocking-sleep   another thread
  co_return;
}

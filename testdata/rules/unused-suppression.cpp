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

// ---- that suppress nothing

Task<> nothingThere() {
  co_await fake::Tick();                     // NOLINT(nostall-lock-across-await) // want: unused-suppression
  // NOLINTNEXTLINE(nostall-blocking-file) // want: unused-suppression
  int first = 1;
  int second = 2; // NOLINT(nostall-blocking-wait, nostall-blocking-dns) // want: unused-suppression // want: unused-suppression
  // NOLINTBEGIN(nostall-blocking-sleep): a quiet block // want: unused-suppression
  second += first;
  // NOLINTEND(nostall-blocking-sleep)
  co_await fake::Tick();                     // NOLINT(nostall-unawaited-task): it is awaited // want: unused-suppression
  (void)second;
}

void notOnTheLoop() {
  ::sleep(1); // NOLINT(nostall-blocking-sleep): nobody on a loop calls it // want: unused-suppression
}

Task<> everyTurn() {
  for (int i = 0; i < 3; ++i) {
    int twice = i * 2; // NOLINT(nostall-busy-loop) // want: unused-suppression
    (void)twice;
  }
  co_return;
}

// ---- that suppress something, or are not ours

Task<> ofUse() {
  nap(); // NOLINT(nostall-blocking-sleep) // ok: unused-suppression
  // NOLINTNEXTLINE(nostall-blocking-sleep) // ok: unused-suppression
  nap();
  // NOLINTBEGIN(nostall-blocking-sleep) // ok: unused-suppression   one of two lines is enough
  int number = 1;
  nap();
  // NOLINTEND(nostall-blocking-sleep)
  number = 2; // NOLINT // ok: unused-suppression   other tools have findings too
  number = 3; // NOLINT(*) // ok: unused-suppression
  number = 4; // NOLINT(bugprone-*) // ok: unused-suppression
  number = 5; // NOLINT(nostall-*) // ok: unused-suppression   a glob names no rule
  number = 6; // NOLINT(readability-magic-numbers) // ok: unused-suppression
  number = 7; // NOLINT(nostall-cpu-heavy) // ok: unused-suppression   a rule that is off
  (void)number;
}

void calledByCoroutine() {
  ::sleep(1); // NOLINT(nostall-blocking-sleep) // ok: unused-suppression   throughHelper would report it
}
Task<> throughHelper() {
  calledByCoroutine();
  co_return;
}

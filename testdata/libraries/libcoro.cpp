#include "libraries/libcoro.h"

#include <unistd.h>

using coro::task;

task<> naps() { usleep(10); co_return; }                                       // want: blocking-sleep
task<> sleeps(coro::scheduler& scheduler) { co_await scheduler.yield_for(1); } // ok: blocking-sleep   suspends
task<> acquires(coro::semaphore& units) { co_await units.acquire(); }          // ok: blocking-wait   suspends
task<> nested() { coro::sync_wait(naps()); co_return; }                        // want: nested-event-loop
task<> ends(coro::thread_pool& pool) { pool.shutdown(); co_return; }           // want: blocking-wait
task<> switches(coro::thread_pool& pool, coro::scheduler& scheduler) {
  co_await pool.schedule();
  usleep(10);                                                                  // ok: blocking-sleep   on the pool
  co_await scheduler.schedule();
  usleep(10);                                                                  // want: blocking-sleep
}

task<> byHand() { usleep(10); co_return; }                                     // ok: blocking-sleep   on the pool
task<> later() { usleep(10); co_return; }                                      // want: blocking-sleep
void resumes(coro::thread_pool& pool, bool there) {
  auto one = byHand();
  pool.resume(one.handle());
  if (one.is_ready()) { coro::sync_wait(one); }
  auto two = later();
  if (there) {
    pool.resume(two.handle());
  } else {
    coro::sync_wait(two);
  }
}

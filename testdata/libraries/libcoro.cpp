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

#include "libraries/cppcoro.h"

#include <unistd.h>

using cppcoro::task;

task<> naps() { usleep(10); co_return; }                                            // want: blocking-sleep
task<> sleeps(cppcoro::io_service& service) { co_await service.schedule_after(1); } // ok: blocking-sleep   suspends
task<> nested() { cppcoro::sync_wait(naps()); co_return; }                          // want: nested-event-loop
task<> loops(cppcoro::io_service& service) { service.process_events(); co_return; } // want: nested-event-loop
task<> switches(cppcoro::static_thread_pool& pool, cppcoro::io_service& service) {
  co_await pool.schedule();
  usleep(10);                                                                       // ok: blocking-sleep   on the pool
  co_await service.schedule();
  usleep(10);                                                                       // want: blocking-sleep
}
cppcoro::generator<int> numbers() { usleep(10); co_yield 1; }                       // ok: blocking-sleep   synchronous

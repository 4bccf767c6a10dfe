#include "libraries/async-simple.h"

#include <unistd.h>

using async_simple::coro::Lazy;

Lazy<> naps() { usleep(10); co_return; }                                             // want: blocking-sleep
Lazy<> sleeps() { co_await async_simple::coro::sleep(1); }                           // ok: blocking-sleep   suspends
Lazy<> nested() { async_simple::coro::syncAwait(naps()); co_return; }                // want: nested-event-loop
Lazy<int> gets(async_simple::Future<int>& future) { co_return future.get(); }        // want: blocking-wait
Lazy<bool> asks(async_simple::Future<int>& future) { co_return future.hasResult(); } // ok: blocking-wait   only asks
Lazy<> latches(async_simple::coro::Latch& latch) { co_await latch.wait(); }          // ok: blocking-wait   suspends

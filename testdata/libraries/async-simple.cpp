#include "libraries/async-simple.h"

#include <unistd.h>
#include <utility>
#include <vector>

using async_simple::coro::Lazy;

Lazy<> naps() { usleep(10); co_return; }                                             // want: blocking-sleep
Lazy<> sleeps() { co_await async_simple::coro::sleep(1); }                           // ok: blocking-sleep   suspends
Lazy<> nested() { async_simple::coro::syncAwait(naps()); co_return; }                // want: nested-event-loop
Lazy<int> gets(async_simple::Future<int>& future) { co_return future.get(); }        // want: blocking-wait
Lazy<bool> asks(async_simple::Future<int>& future) { co_return future.hasResult(); } // ok: blocking-wait   only asks

// ---- executors

using async_simple::executors::SimpleExecutor;

Lazy<> onThePool() { usleep(10); co_return; }                                        // ok: blocking-sleep   only started there
Lazy<> onSomeExecutor() { usleep(10); co_return; }                                   // want: blocking-sleep
Lazy<> starts(SimpleExecutor& pool, async_simple::Executor& some) {
  co_await onThePool().via(&pool);
  co_await onSomeExecutor().via(&some);
}
void continues(async_simple::Future<int> one, async_simple::Future<int> two, SimpleExecutor& pool) {
  auto there = std::move(one).via(&pool);
  std::move(there).thenValue([](int) { usleep(10); });                               // ok: blocking-sleep   on the pool
  std::move(two).thenValue([](int) { usleep(10); });                                 // want: blocking-sleep
}

Lazy<> oneOfMany() { usleep(10); co_return; }                                        // ok: blocking-sleep   where they are awaited
Lazy<> many() {
  std::vector<Lazy<>> all;
  all.reserve(3);
  for (int i = 0; i < 3; ++i) { all.push_back(oneOfMany()); }
  co_await async_simple::coro::collectAll(std::move(all));
}
Lazy<> startsMany(SimpleExecutor& pool) { co_await many().via(&pool); }

// ---- suspends

Lazy<> latches(async_simple::coro::Latch& latch) { co_await latch.wait(); }          // ok: blocking-wait   suspends

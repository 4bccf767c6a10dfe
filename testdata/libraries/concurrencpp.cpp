#include "libraries/concurrencpp.h"

#include <unistd.h>

using concurrencpp::result;

result<void> naps() { usleep(10); co_return; }                                                  // want: blocking-sleep
result<int> gets(result<int> other) { co_return other.get(); }                                  // want: blocking-wait
result<int> awaits(result<int> other) { co_return co_await other.resolve(); }                   // ok: blocking-wait   suspends
result<int> asks(result<int> other) { co_return other.wait_for(std::chrono::milliseconds(0)); } // ok: blocking-wait   returns at once
result<void> submits(std::shared_ptr<concurrencpp::thread_pool_executor> pool) {
  co_await pool->submit([] { usleep(10); });                                                    // ok: blocking-sleep   on the pool
}

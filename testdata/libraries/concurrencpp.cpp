#include "libraries/concurrencpp.h"

#include <unistd.h>

using concurrencpp::result;

result<void> naps() { usleep(10); co_return; }                                                  // want: blocking-sleep
result<int> gets(result<int> other) { co_return other.get(); }                                  // want: blocking-wait
result<int> awaits(result<int> other) { co_return (co_await other.resolve()).get(); }           // ok: blocking-wait   suspends
result<int> asks(result<int> other) { co_return other.wait_for(std::chrono::milliseconds(0)); } // ok: blocking-wait   returns at once
result<void> submits(std::shared_ptr<concurrencpp::thread_pool_executor> pool) {
  co_await pool->submit([] { usleep(10); });                                                    // ok: blocking-sleep   on the pool
}

// ---- results that are ready

result<int> resolved(result<int> other) {
  auto done = co_await other.resolve();
  co_return done.get();                                                                         // ok: blocking-wait
}
result<int> asked(result<int> other) {
  if (other.status() == concurrencpp::result_status::idle) { co_return 0; }
  co_return other.get();                                                                        // ok: blocking-wait
}
result<int> askedTheOtherWay(result<int> other) {
  if (other.status() != concurrencpp::result_status::idle) { co_return 0; }
  co_return other.get();                                                                        // want: blocking-wait
}
result<int> gathered(result<int> first, result<int> second) {
  auto both = co_await concurrencpp::when_all(std::move(first), std::move(second));
  co_return std::get<0>(both).get() + std::get<1>(both).get();                                  // ok: blocking-wait
}
result<int> unpacked(result<int> first, result<int> second) {
  auto [one, two] = co_await concurrencpp::when_all(std::move(first), std::move(second));
  co_return one.get() + two.get();                                                              // ok: blocking-wait
}
result<int> gatheredRange(std::vector<result<int>> all) {
  auto done = co_await concurrencpp::when_all(all.begin(), all.end());
  int sum = 0;
  for (auto& one : done) {
    sum += one.get();                                                                           // ok: blocking-wait
  }
  co_return sum + done[0].get();                                                                // ok: blocking-wait
}
result<int> notGathered(std::vector<result<int>> all) {
  int sum = 0;
  for (auto& one : all) {
    sum += one.get();                                                                           // want: blocking-wait
  }
  co_return sum;
}
result<int> made() {
  auto ready = concurrencpp::make_ready_result(1);
  co_return ready.get();                                                                        // ok: blocking-wait
}
int sumOf(result<int> ready) { return ready.get(); }
result<int> handedOn(result<int> first, result<int> second) {
  auto both = co_await concurrencpp::when_all(std::move(first), std::move(second));
  co_return sumOf(std::move(std::get<0>(both)));                                                // ok: blocking-wait
}
concurrencpp::lazy_result<result<int>> fetched(result<int> other) {
  co_return co_await other.resolve();
}
result<int> awaitsFetched(result<int> other) {
  auto done = co_await fetched(std::move(other));
  co_return done.get();                                                                         // ok: blocking-wait
}

// ---- the callable ends with its call, and nobody looks at a task that it returns

result<int> number();
void show(int);
void posts(std::shared_ptr<concurrencpp::thread_pool_executor> pool, int more) {
  pool->post([more]() -> result<void> { show(co_await number() + more); });                     // want: unawaited-task // want: dangling-reference // want: detached-task
  pool->post([more]() -> concurrencpp::null_result {                                            // want: dangling-reference // want: detached-task
    show(co_await number() + more);
  });
  pool->post([](int own) -> concurrencpp::null_result { show(co_await number() + own); });      // want: detached-task // ok: dangling-reference   parameters are the coroutine's
}
result<void> submits(std::shared_ptr<concurrencpp::thread_pool_executor> pool, int more) {
  co_await pool->submit([more]() -> result<void> { show(co_await number() + more); });          // want: dangling-reference
  co_await pool->submit([more]() -> result<void> { show(more); co_await number(); });           // ok: dangling-reference   used before the first suspension
}
void loops(concurrencpp::manual_executor& executor) {
  executor.post([] { usleep(10); });                                                            // want: blocking-sleep
  executor.loop_once();
}

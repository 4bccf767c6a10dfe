// no findings
// What only looks bad in public code with Seastar.
#include "libraries/seastar.h"

#include <stdexcept>

using seastar::future;

future<int> compute();

future<int> takesTheOutcome() {
  auto outcome = co_await seastar::coroutine::as_future(compute());
  if (outcome.failed()) {
    outcome.ignore_ready_future();
    co_return 0;
  }
  co_return outcome.get();
}

future<> continuesWithTheOutcome() {
  return compute().then_wrapped([](future<int> outcome) { return outcome.failed() ? 0 : outcome.get(); });
}

future<> inThread() {
  return seastar::async([] {
    int sum = compute().get();
    for (int round = 0; round < 3; ++round) { sum += compute().get(); }
  });
}

future<int> obtains(seastar::promise<int>& promise) {
  auto future = promise.get_future();
  co_return co_await std::move(future);
}

// The future of std::async is the only one whose end waits: in a variable, a member, a container of one.
#include "fake/task.h"

#include <chrono>
#include <future>
#include <unistd.h>
#include <utility>

using fake::Task;
using fake::Tick;

void work() { ::sleep(1); }
void take(std::future<void> future);

Task<> keepsToTheEnd() {
  auto kept = std::async(std::launch::async, work); // want: blocking-wait
  co_await Tick{};
}

Task<> hasGotIt() {
  auto kept = std::async(std::launch::async, work); // ok: blocking-wait   get() has waited
  co_await Tick{};
  kept.get(); // want: blocking-wait
}

Task<> isReady() {
  auto kept = std::async(std::launch::async, work); // ok: blocking-wait
  while (kept.wait_for(std::chrono::seconds(0)) != std::future_status::ready) {
    co_await Tick{};
  }
}

Task<> shares() {
  auto kept = std::async(std::launch::async, work); // ok: blocking-wait   the last of the shared ones waits
  auto shared = kept.share();
  co_await Tick{};
}

Task<> handsItOn() {
  auto kept = std::async(std::launch::async, work); // ok: blocking-wait
  take(std::move(kept));
  co_await Tick{};
}

Task<> neverRuns() {
  auto kept = std::async(std::launch::deferred, [] {}); // ok: blocking-wait
  co_await Tick{};
}

Task<> ofAPromise(std::promise<int>& promise) {
  std::future<int> kept = promise.get_future(); // ok: blocking-wait
  co_await Tick{};
}

std::future<void> made() { return std::async(std::launch::async, work); }

std::future<void> madeAndNamed() {
  auto future = std::async(std::launch::async, work); // ok: blocking-wait   returned
  return future;
}

Task<> keepsWhatWasMade() {
  auto first = made();          // want: blocking-wait
  auto second = madeAndNamed(); // want: blocking-wait
  co_await Tick{};
}

struct Holds {
  std::future<void> future = std::async(std::launch::async, work);
};

struct Starts {
  void start() { future = std::async(std::launch::async, work); }
  std::future<void> future;
};

struct Promises {
  std::promise<void> promise;
  std::future<void> future = promise.get_future();
};

struct Either {
  void start() { future = std::async(std::launch::async, work); }
  void await(std::promise<void>& promise) { future = promise.get_future(); }
  std::future<void> future;
};

Task<> members() {
  Holds holds; // want: blocking-wait
  Starts starts; // want: blocking-wait
  starts.start();
  Promises promises; // ok: blocking-wait
  Either either; // ok: blocking-wait   it is not known which
  co_await Tick{};
}

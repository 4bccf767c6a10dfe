#include "libraries/yaclib.h"

#include <atomic>
#include <unistd.h>
#include <utility>

using yaclib::Future;

Future<void> naps() { usleep(10); co_return; }                            // want: blocking-sleep
Future<int> gets(Future<int> value) { co_return std::move(value).Get(); } // want: blocking-wait
Future<int> awaits(Future<int> value) { co_return co_await value; }       // ok: blocking-wait   suspends
Future<void> waits(Future<int> value) { yaclib::Wait(value); co_return; } // want: blocking-wait
Future<void> runs(yaclib::FairThreadPool& pool) {
  co_await yaclib::Run(pool, [] { usleep(10); });                         // ok: blocking-sleep   on the pool
}

// ---- switches

Future<void> switches(yaclib::FairThreadPool& pool) {
  co_await yaclib::On(pool);
  usleep(10);                                                             // ok: blocking-sleep   on the pool
}
Future<int> gathers(yaclib::FairThreadPool& pool, Future<int> value) {
  yaclib::WaitGroup group;
  group.Attach(value);
  co_await group.AwaitOn(pool);
  co_return std::move(value).Get();                                       // ok: blocking-wait   on the pool
}
Future<void> spinsOnPool(yaclib::FairThreadPool& pool, const std::atomic<bool>& done) {
  co_await yaclib::On(pool);
  while (!done) {}                                                        // ok: busy-loop   on the pool
}
Future<void> spins(const std::atomic<bool>& done) {
  while (!done) {}                                                        // want: busy-loop
  co_return;
}

/// Nobody makes one here: what the template says of itself counts.
template <typename T> struct Suite {
  void run(yaclib::FairThreadPool& pool) {
    const auto on_pool = [&]() -> typename T::Task {
      co_await yaclib::On(pool);
      usleep(10);                                                         // ok: blocking-sleep   on the pool
    };
    const auto here = [&]() -> typename T::Task {
      usleep(10);                                                         // want: blocking-sleep
      co_await yaclib::On(pool);
    };
    on_pool();
    here();
  }
};

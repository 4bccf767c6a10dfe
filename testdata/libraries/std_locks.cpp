// Locks, and loops that only look.
#include "fake/task.h"

#include <atomic>
#include <barrier>
#include <chrono>
#include <future>
#include <latch>
#include <memory>
#include <mutex>
#include <optional>
#include <semaphore>
#include <shared_mutex>
#include <stop_token>
#include <string>
#include <thread>
#include <vector>

// NOLINTBEGIN(nostall-blocking-lock): that they wait is another matter

using fake::Task;
using fake::Tick;
using namespace std::chrono_literals;

Task<> together(std::mutex& first, std::mutex& second) {
  std::lock(first, second);
  co_await Tick{};                                              // want: lock-across-await error
  first.unlock();
  second.unlock();
  co_await Tick{};                                              // ok: lock-across-await
}

Task<> tries(std::mutex& first, std::mutex& second) {
  if (std::try_lock(first, second) != -1) { co_return; }
  co_await Tick{};                                              // want: lock-across-await
  first.unlock();
  second.unlock();
}

Task<> kinds(std::recursive_mutex& recursive, std::timed_mutex& timed, std::recursive_timed_mutex& both,
             std::shared_timed_mutex& shared) {
  { std::lock_guard lock(recursive); }
  { std::lock_guard lock(timed); }
  { std::lock_guard lock(both); }
  { std::shared_lock lock(shared); }
  co_await Tick{};                                              // ok: lock-across-await
  std::lock_guard lock(both);
  co_await Tick{};                                              // want: lock-across-await
}

Task<> holders(std::mutex& mutex) {
  std::optional<std::lock_guard<std::mutex>> optional;
  std::unique_ptr<std::lock_guard<std::mutex>> unique;
  std::shared_ptr<std::lock_guard<std::mutex>> shared;
  co_await Tick{};                                              // ok: lock-across-await
  shared = std::make_shared<std::lock_guard<std::mutex>>(mutex);
  co_await Tick{};                                              // want: lock-across-await
}

// ---- loops that only look

std::atomic<bool> flag;
std::atomic<int> number;
std::atomic<int*> pointer;
std::atomic_flag bit;

Task<> spins(std::future<int>& result, std::stop_token stop, std::chrono::steady_clock::time_point until,
             std::chrono::system_clock::time_point date) {
  while (!flag.load()) {}                                       // want: busy-loop warning
  while (number.load() != 3) {}                                 // want: busy-loop
  while (bit.test()) {}                                         // want: busy-loop
  while (bit.test_and_set()) {}                                 // want: busy-loop
  while (!stop.stop_requested()) { std::this_thread::yield(); } // want: busy-loop
  while (flag.exchange(true)) {}                                // want: busy-loop
  while (number.exchange(1) == 1) {}                            // want: busy-loop
  bool free = false;
  while (!flag.compare_exchange_weak(free, true)) { free = false; } // want: busy-loop
  while (!flag.compare_exchange_strong(free, true)) { free = false; } // want: busy-loop
  while (std::chrono::steady_clock::now() < until) {}           // want: busy-loop
  while (std::chrono::system_clock::now() < date) {}            // want: busy-loop
  while (std::atomic_load(&number) == 0) {}                     // want: busy-loop
  while (std::atomic_load_explicit(&number, std::memory_order_relaxed) == 0) {} // want: busy-loop
  while (result.wait_for(0s) == std::future_status::timeout) {} // want: busy-loop
  co_return;
}

// ---- what limits tasks

Task<> send(std::string text);
/// Fire and forget.
struct Detached {
  struct promise_type {
    Detached get_return_object() { return {}; }
    std::suspend_never initial_suspend() noexcept { return {}; }
    std::suspend_never final_suspend() noexcept { return {}; }
    void unhandled_exception() noexcept {}
    void return_void() {}
  };
};
Detached start(std::string text) { co_await send(text); }

Task<> limited(std::vector<std::string> texts, std::counting_semaphore<4>& semaphore, std::latch& latch, std::barrier<>& barrier) {
  for (const std::string& text : texts) {
    if (!semaphore.try_acquire()) { break; }
    start(text);                                                // ok: unbounded-spawn // want: detached-task note
  }
  for (const std::string& text : texts) {
    latch.count_down();
    start(text);                                                // ok: unbounded-spawn // want: detached-task note
  }
  for (const std::string& text : texts) {
    static_cast<void>(barrier.arrive());
    start(text);                                                // ok: unbounded-spawn // want: detached-task note
  }
  for (const std::string& text : texts) {
    start(text);                                                // want: unbounded-spawn note // want: detached-task note
  }
  co_return;
}

// NOLINTEND(nostall-blocking-lock)

// enable: cpu-heavy
#include "fake/task.h"

#include <algorithm>
#include <any>
#include <atomic>
#include <barrier>
#include <chrono>
#include <condition_variable>
#include <deque>
#include <forward_list>
#include <functional>
#include <future>
#include <latch>
#include <list>
#include <memory>
#include <mutex>
#include <numeric>
#include <optional>
#include <random>
#include <regex>
#include <semaphore>
#include <shared_mutex>
#include <span>
#include <string>
#include <string_view>
#include <thread>
#include <variant>
#include <vector>

using namespace std::chrono_literals;
using fake::Task;

// ---- sleeps

Task<> sleeps(std::chrono::steady_clock::time_point when, std::chrono::milliseconds pause) {
  std::this_thread::sleep_for(1s);                            // want: blocking-sleep error
  std::this_thread::sleep_for(pause);                         // want: blocking-sleep
  std::this_thread::sleep_for(0s);                            // ok: blocking-sleep
  std::this_thread::sleep_for(std::chrono::milliseconds(0));  // ok: blocking-sleep
  std::this_thread::sleep_for(std::chrono::seconds::zero());  // ok: blocking-sleep
  std::this_thread::sleep_until(when);                        // want: blocking-sleep
  std::this_thread::yield();                                  // ok: blocking-wait   off
  co_return;
}

// ---- waits

Task<> futures(std::future<int> one, std::shared_future<int> many, std::chrono::steady_clock::time_point when) {
  one.wait();                              // want: blocking-wait error
  one.wait_for(1s);                        // want: blocking-wait
  one.wait_for(0s);                        // ok: blocking-wait   asks only
  one.wait_for(std::chrono::seconds(0));   // ok: blocking-wait
  one.wait_until(when);                    // want: blocking-wait
  one.get();                               // want: blocking-wait
  many.wait();                             // want: blocking-wait
  many.wait_for(1s);                       // want: blocking-wait
  many.wait_until(when);                   // want: blocking-wait
  many.get();                              // want: blocking-wait
  if (one.valid()) {                       // ok: blocking-wait
    co_return;
  }
}

Task<> ready(std::future<int> one, std::shared_future<int> many) {
  if (one.wait_for(0s) == std::future_status::ready) {
    one.get();                             // ok: blocking-wait   the result is there
  }
  if (many.wait_for(0s) == std::future_status::ready) {
    many.get();                            // ok: blocking-wait
  }
  co_return;
}

void nap() { std::this_thread::sleep_for(1ms); }

Task<> asynchronous() {
  std::async(nap);                                             // want: blocking-wait
  std::async(std::launch::async, nap);                         // want: blocking-wait
  std::async(std::launch::deferred, nap);                      // ok: blocking-wait // false: blocking-sleep it runs in get(), here never
  auto kept = std::async(std::launch::async, nap);             // ok: blocking-sleep   another thread // want: blocking-wait
  auto shared = std::async(nap).share();                       // false: blocking-wait share() has emptied it
  auto also = std::async([] { nap(); });                       // ok: blocking-sleep   another thread // want: blocking-wait
  co_return;
}

Task<> threads() {
  std::thread plain([] { nap(); });        // ok: blocking-sleep   another thread
  plain.join();                            // want: blocking-wait
  std::thread loose(nap);                  // ok: blocking-sleep
  loose.detach();                          // want: detached-task
  auto joining = std::make_unique<std::jthread>(nap); // false: blocking-sleep make_unique hides that a thread runs it
  joining->join();                         // want: blocking-wait
  co_return;
}

Task<> joinsAtTheEnd() {
  std::jthread worker([] { nap(); });      // want: blocking-wait
  co_await fake::Tick{};
  worker = std::jthread(nap);              // want: blocking-wait
}

Task<> detached(std::jthread worker) {     // missed: blocking-wait a detached one does not wait
  worker.detach();                         // want: detached-task
  co_return;
}

Task<> conditions(std::condition_variable& condition, std::condition_variable_any& any, std::unique_lock<std::mutex>& lock,
                  std::chrono::steady_clock::time_point when) {
  condition.wait(lock);                                        // want: blocking-wait
  condition.wait(lock, [] { nap(); return true; });            // want: blocking-wait // want: blocking-sleep
  condition.wait_for(lock, 1s);                                // want: blocking-wait
  condition.wait_for(lock, 0s);                                // ok: blocking-wait
  condition.wait_for(lock, 1s, [] { nap(); return true; });    // want: blocking-wait // want: blocking-sleep
  condition.wait_until(lock, when);                            // want: blocking-wait
  condition.wait_until(lock, when, [] { nap(); return true; }); // want: blocking-wait // want: blocking-sleep
  condition.notify_all();                                      // ok: blocking-wait
  any.wait(lock);                                              // want: blocking-wait
  any.wait(lock, [] { nap(); return true; });                  // want: blocking-wait // want: blocking-sleep
  any.wait_for(lock, 1s);                                      // want: blocking-wait
  any.wait_until(lock, when);                                  // want: blocking-wait
  co_return;
}

Task<> meetings(std::binary_semaphore& semaphore, std::latch& latch, std::barrier<>& barrier, std::chrono::steady_clock::time_point when) {
  semaphore.acquire();                     // want: blocking-wait
  semaphore.try_acquire();                 // ok: blocking-wait
  semaphore.try_acquire_for(1s);           // want: blocking-wait
  semaphore.try_acquire_for(0s);           // ok: blocking-wait
  semaphore.try_acquire_until(when);       // want: blocking-wait
  semaphore.release();                     // ok: blocking-wait
  latch.wait();                            // want: blocking-wait
  latch.try_wait();                        // ok: blocking-wait
  latch.count_down();                      // ok: blocking-wait
  latch.arrive_and_wait();                 // want: blocking-wait
  barrier.wait(barrier.arrive());          // want: blocking-wait
  barrier.arrive_and_wait();               // want: blocking-wait
  co_return;
}

struct Point {
  int x, y;
  bool operator==(const Point&) const = default;
};

Task<> atomics(std::atomic<int>& number, std::atomic<float>& real, std::atomic<Point>& point, std::atomic_flag& flag, int plain) {
  number.wait(0);                                                   // want: blocking-wait
  real.wait(0);                                                     // want: blocking-wait
  point.wait({});                                                   // want: blocking-wait
  flag.wait(true);                                                  // want: blocking-wait
  std::atomic_ref<int>(plain).wait(0);                              // want: blocking-wait
  std::atomic_wait(&number, 0);                                     // want: blocking-wait
  std::atomic_wait_explicit(&number, 0, std::memory_order_relaxed); // want: blocking-wait
  number.load();                                                    // ok: blocking-wait
  co_return;
}

// ---- locks

Task<> mutexes(std::mutex& mutex, std::recursive_mutex& recursive, std::timed_mutex& timed, std::recursive_timed_mutex& both,
               std::chrono::steady_clock::time_point when) {
  mutex.lock();                            // want: blocking-lock note
  mutex.try_lock();                        // ok: blocking-lock
  mutex.unlock();                          // ok: blocking-lock
  recursive.lock();                        // want: blocking-lock
  timed.lock();                            // want: blocking-lock
  timed.try_lock_for(1s);                  // want: blocking-lock
  timed.try_lock_for(0ms);                 // ok: blocking-lock
  timed.try_lock_until(when);              // want: blocking-lock
  both.lock();                             // want: blocking-lock
  both.try_lock_for(1s);                   // want: blocking-lock
  both.try_lock_until(when);               // want: blocking-lock
  std::lock(timed, mutex);                 // want: blocking-lock
  co_return;
}

Task<> sharedMutexes(std::shared_mutex& shared, std::shared_timed_mutex& timed, std::chrono::steady_clock::time_point when) {
  shared.lock();                           // want: blocking-lock
  shared.lock_shared();                    // want: blocking-lock
  shared.try_lock_shared();                // ok: blocking-lock
  timed.lock();                            // want: blocking-lock
  timed.lock_shared();                     // want: blocking-lock
  timed.try_lock_for(1s);                  // want: blocking-lock
  timed.try_lock_until(when);              // want: blocking-lock
  timed.try_lock_shared_for(1s);           // want: blocking-lock
  timed.try_lock_shared_until(when);       // want: blocking-lock
  co_return;
}

Task<> guards(std::mutex& mutex, std::mutex& other, std::shared_mutex& shared, std::timed_mutex& timed, std::shared_timed_mutex& both,
              std::chrono::steady_clock::time_point when) {
  {
    std::lock_guard guard(mutex);                           // want: blocking-lock
  }
  {
    std::lock_guard adopted(mutex, std::adopt_lock);        // ok: blocking-lock
    std::scoped_lock<> none;                                // ok: blocking-lock
    std::scoped_lock two(mutex, other);                     // want: blocking-lock
    std::unique_lock deferred(mutex, std::defer_lock);      // ok: blocking-lock
    std::unique_lock tried(mutex, std::try_to_lock);        // ok: blocking-lock
    std::unique_lock adopted_too(mutex, std::adopt_lock);   // ok: blocking-lock
    std::unique_lock<std::mutex> empty;                     // ok: blocking-lock
    std::unique_lock moved(std::move(deferred));            // ok: blocking-lock
    moved.lock();                                           // want: blocking-lock
  }
  std::unique_lock unique(timed);                           // want: blocking-lock
  unique.try_lock_for(1s);                                  // want: blocking-lock
  unique.try_lock_until(when);                              // want: blocking-lock
  std::shared_lock reader(both);                            // want: blocking-lock
  reader.lock();                                            // want: blocking-lock
  reader.try_lock_for(1s);                                  // want: blocking-lock
  reader.try_lock_until(when);                              // want: blocking-lock
  std::shared_lock later(shared, std::defer_lock);          // ok: blocking-lock
  std::recursive_mutex recursive;
  std::recursive_timed_mutex recursive_timed;
  co_return;
}

Task<> once(std::once_flag& flag) {
  std::call_once(flag, nap);                                // want: blocking-sleep via nap, std::this_thread::sleep_for // ok: blocking-lock
  co_return;
}

// ---- heavy

Task<> heavy(const std::string& text, std::vector<int>& numbers) {
  std::regex pattern("a*");                                 // want: cpu-heavy
  std::regex_match(text, pattern);                          // want: cpu-heavy
  std::regex_search(text, pattern);                         // want: cpu-heavy
  std::regex_replace(text, pattern, "b");                   // want: cpu-heavy
  std::sort(numbers.begin(), numbers.end());                // ok: cpu-heavy   small ranges are the rule
  std::stable_sort(numbers.begin(), numbers.end());         // ok: cpu-heavy
  std::nth_element(numbers.begin(), numbers.begin(), numbers.end());    // ok: cpu-heavy
  std::partial_sort(numbers.begin(), numbers.begin(), numbers.end());   // ok: cpu-heavy
  std::ranges::sort(numbers);                               // ok: cpu-heavy
  std::ranges::stable_sort(numbers);                        // ok: cpu-heavy
  std::random_device device;
  device();                                                 // ok: cpu-heavy
  co_return;
}

// ---- what is not asynchronous

std::future<int> promised() {
  nap();                                                    // ok: blocking-sleep   a future is no async context
  return {};
}
std::shared_future<int> shared() {
  nap();                                                    // ok: blocking-sleep
  return {};
}

// ---- views of what a task outlives

Task<> readText(std::string_view text) {
  co_await fake::Tick{};
  text.data();
}
Task<> readNumbers(std::span<const int> numbers) {
  co_await fake::Tick{};
  numbers.data();
}
std::vector<int> makeNumbers();
Task<> forwardsText() { return readText(std::string("text")); }       // want: dangling-reference
Task<> forwardsNumbers() { return readNumbers(makeNumbers()); }       // want: dangling-reference
Task<> awaitsText() { co_await readText(std::string("text")); }       // ok: dangling-reference

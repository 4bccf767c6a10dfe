// Names that sound like sleeping and waiting, and suspend or return at once.
#include "fake/task.h"

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <future>
#include <mutex>
#include <semaphore>
#include <thread>

using fake::Task;
using fake::Tick;
using namespace std::chrono_literals;

namespace loop {

Tick sleep(std::chrono::milliseconds) { return {}; }
Tick sleep_for(std::chrono::milliseconds) { return {}; }

struct Timer {
  Tick wait() { return {}; }
  Tick async_wait() { return {}; }
};
struct Semaphore {
  Tick acquire() { return {}; }
};
struct Mutex {
  Tick lock() { return {}; }
  void unlock() {}
};
struct Process {
  Task<int> wait() { co_return 0; }
};

} // namespace loop

Task<> suspends(loop::Timer& timer, loop::Semaphore& semaphore, loop::Mutex& mutex, loop::Process& process) {
  co_await loop::sleep(1s);
  co_await loop::sleep_for(1s);
  co_await timer.wait();
  co_await timer.async_wait();
  co_await semaphore.acquire();
  co_await mutex.lock();
  mutex.unlock();
  co_await process.wait();
}

Task<> returnsAtOnce(std::mutex& mutex, std::timed_mutex& timed, std::future<int>& future, std::binary_semaphore& semaphore,
                     std::condition_variable& condition) {
  if (mutex.try_lock()) { mutex.unlock(); }
  if (timed.try_lock_for(0ms)) { timed.unlock(); }
  (void)(future.wait_for(0s) == std::future_status::ready);
  (void)semaphore.try_acquire();
  condition.notify_one();
  std::this_thread::sleep_for(0s);
  co_return;
}

Task<> elsewhere() {
  std::thread worker([] {
    std::this_thread::sleep_for(1s);
    std::mutex mutex;
    const std::lock_guard guard(mutex);
  });
  auto kept = std::async(std::launch::async, [] { std::this_thread::sleep_for(1s); });  // want: blocking-wait
  worker.detach();  // want: detached-task
  co_await Tick{};
}

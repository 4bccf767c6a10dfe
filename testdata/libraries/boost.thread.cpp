#include "fake/task.h"
#include "libraries/boost.thread.h"

using fake::Task;

Task<> sleeps() { boost::this_thread::sleep_for(boost::chrono::milliseconds(1)); co_return; }  // want: blocking-sleep
Task<> joins(boost::thread& thread) { thread.join(); co_return; }                              // want: blocking-wait
Task<> futures(boost::future<int>& future) {
  future.wait();                                                                               // want: blocking-wait
  co_return;
}
Task<int> result(boost::future<int>& future) { co_return future.get(); }                       // want: blocking-wait
Task<bool> asks(boost::future<int>& future) { co_return future.is_ready(); }                   // ok: blocking-wait   only asks
Task<int> getsWhatIsThere(boost::future<int>& future) {
  co_return future.is_ready() ? future.get() : 0;                                              // ok: blocking-wait
}
Task<> guards(boost::mutex& mutex) {
  { boost::lock_guard<boost::mutex> guard(mutex); }                                            // want: blocking-lock
  { boost::unique_lock<boost::mutex> lock(mutex, boost::defer_lock); }                         // ok: blocking-lock   locks later
  { boost::unique_lock<boost::mutex> lock(mutex, boost::try_to_lock); }                        // ok: blocking-lock   only tries
  mutex.lock();                                                                                // want: blocking-lock
  mutex.unlock();
  co_return;
}
Task<> notified(boost::condition_variable& condition, boost::unique_lock<boost::mutex>& lock) {
  condition.wait(lock);                                                                        // want: blocking-wait
  co_return;
}
Task<> elsewhere() {
  boost::thread thread([] { boost::this_thread::sleep_for(boost::chrono::milliseconds(1)); }); // ok: blocking-sleep   another thread
  co_return;
}

// ---- locks over a suspension

// NOLINTBEGIN(nostall-blocking-lock): that they wait is another matter

Task<> guardsOverAnAwait(boost::mutex& mutex) {
  boost::lock_guard<boost::mutex> lock(mutex);
  co_await fake::Tick{};                                                   // want: lock-across-await error
}
Task<> unlocksBeforeAnAwait(boost::mutex& mutex) {
  boost::unique_lock<boost::mutex> lock(mutex);
  lock.unlock();
  co_await fake::Tick{};                                                   // ok: lock-across-await
}
Task<> defersOverAnAwait(boost::mutex& mutex) {
  boost::unique_lock<boost::mutex> lock(mutex, boost::defer_lock);
  co_await fake::Tick{};                                                   // ok: lock-across-await
  lock.lock();
  co_await fake::Tick{};                                                   // want: lock-across-await
}

// NOLINTEND(nostall-blocking-lock)

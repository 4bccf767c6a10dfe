#include "fake/task.h"
#include "libraries/absl.h"

using fake::Task;

Task<> sleeps() { absl::SleepFor(absl::Seconds(1)); co_return; }                     // want: blocking-sleep
Task<> notified(absl::Notification& done) { done.WaitForNotification(); co_return; } // want: blocking-wait
Task<bool> asks(absl::Notification& done) { co_return done.HasBeenNotified(); }      // ok: blocking-wait   only asks
Task<> counted(absl::BlockingCounter& counter) { counter.Wait(); co_return; }        // want: blocking-wait
Task<> locks(absl::Mutex& mutex) { absl::MutexLock lock(&mutex); co_return; }        // want: blocking-lock
Task<> awaits(absl::Mutex& mutex, const absl::Condition& ready) {
  mutex.Await(ready);                                                                // want: blocking-wait
  co_return;
}
Task<bool> tries(absl::Mutex& mutex) { co_return mutex.TryLock(); }                  // ok: blocking-lock   only tries

// ---- locks over a suspension

// NOLINTBEGIN(nostall-blocking-lock): that they wait is another matter

Task<> guards(absl::Mutex& mutex) {
  absl::MutexLock lock(&mutex);
  co_await fake::Tick{};                                                             // want: lock-across-await error
}
Task<> releases(absl::Mutex& mutex) {
  absl::ReleasableMutexLock lock(&mutex);
  lock.Release();
  co_await fake::Tick{};                                                             // ok: lock-across-await
}
Task<> byHand(absl::Mutex& mutex) {
  mutex.Lock();
  co_await fake::Tick{};                                                             // want: lock-across-await
  mutex.Unlock();
  co_await fake::Tick{};                                                             // ok: lock-across-await
}
Task<> triesByHand(absl::Mutex& mutex) {
  if (mutex.TryLock()) { mutex.Unlock(); }
  co_await fake::Tick{};                                                             // ok: lock-across-await
}

// NOLINTEND(nostall-blocking-lock)

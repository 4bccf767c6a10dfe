// Locks of the C library, and loops that only look.
#include "fake/task.h"

#include <poll.h>
#include <pthread.h>
#include <sched.h>
#include <threads.h>
#include <atomic>
#include <immintrin.h>

// NOLINTBEGIN(nostall-blocking-lock): that they wait is another matter

using fake::Task;
using fake::Tick;

Task<> mutexes(pthread_mutex_t* mutex, const timespec* time) {
  pthread_mutex_lock(mutex);
  co_await Tick{};                                              // want: lock-across-await error
  pthread_mutex_unlock(mutex);
  co_await Tick{};                                              // ok: lock-across-await
  if (pthread_mutex_trylock(mutex) == 0) { pthread_mutex_unlock(mutex); }
  if (pthread_mutex_timedlock(mutex, time) == 0) { pthread_mutex_unlock(mutex); }
  if (pthread_mutex_clocklock(mutex, CLOCK_MONOTONIC, time) == 0) { pthread_mutex_unlock(mutex); }
  co_await Tick{};                                              // ok: lock-across-await
  if (!pthread_mutex_trylock(mutex)) {
    co_await Tick{};                                            // want: lock-across-await
    pthread_mutex_unlock(mutex);
  }
}

Task<> spinLocks(pthread_spinlock_t* spin) {
  pthread_spin_lock(spin);
  co_await Tick{};                                              // want: lock-across-await
  pthread_spin_unlock(spin);
  if (pthread_spin_trylock(spin) != 0) { co_return; }
  co_await Tick{};                                              // want: lock-across-await
  pthread_spin_unlock(spin);
}

Task<> readersAndWriters(pthread_rwlock_t* lock, const timespec* time) {
  pthread_rwlock_rdlock(lock);
  co_await Tick{};                                              // want: lock-across-await
  pthread_rwlock_unlock(lock);
  pthread_rwlock_wrlock(lock);
  co_await Tick{};                                              // want: lock-across-await
  pthread_rwlock_unlock(lock);
  if (pthread_rwlock_tryrdlock(lock) == 0) { pthread_rwlock_unlock(lock); }
  if (pthread_rwlock_trywrlock(lock) == 0) { pthread_rwlock_unlock(lock); }
  if (pthread_rwlock_timedrdlock(lock, time) == 0) { pthread_rwlock_unlock(lock); }
  if (pthread_rwlock_timedwrlock(lock, time) == 0) { pthread_rwlock_unlock(lock); }
  co_await Tick{};                                              // ok: lock-across-await
}

Task<> ofC11(mtx_t* mutex, const timespec* time) {
  mtx_lock(mutex);
  co_await Tick{};                                              // want: lock-across-await
  mtx_unlock(mutex);
  if (mtx_trylock(mutex) == thrd_success) { mtx_unlock(mutex); }
  if (mtx_timedlock(mutex, time) == thrd_success) { mtx_unlock(mutex); }
  co_await Tick{};                                              // ok: lock-across-await
}

std::atomic<bool> ready;
Task<> spins(pollfd* descriptors) {
  while (!ready) { sched_yield(); }                             // want: busy-loop warning
  while (!ready) { thrd_yield(); }                              // want: busy-loop
  while (!ready) { _mm_pause(); }                               // want: busy-loop
  while (poll(descriptors, 1, 0) == 0) {}                       // want: busy-loop
  co_return;
}

// NOLINTEND(nostall-blocking-lock)

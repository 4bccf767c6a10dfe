// Mutexes, guards and awaitable locks of a project's own.
#include "fake/task.h"

#include <atomic>
#include <coroutine>
#include <condition_variable>
#include <mutex>
#include <utility>

// NOLINTBEGIN(nostall-blocking-lock): that they wait is another matter

using fake::Task;
using fake::Tick;

bool chance();

class SpinLock {
public:
  void lock() {
    while (busy_.test_and_set()) {}                     // want: busy-loop note
  }
  void unlock() { busy_.clear(); }
  bool try_lock() { return !busy_.test_and_set(); }

private:
  std::atomic_flag busy_;
};

Task<> standardGuard(SpinLock& spin) {
  std::lock_guard lock(spin);
  co_await Tick{};                                      // want: lock-across-await error
}

Task<> byHand(SpinLock& spin) {
  spin.lock();
  co_await Tick{};                                      // want: lock-across-await error
  spin.unlock();
  co_await Tick{};                                      // ok: lock-across-await
}

Task<> tried(SpinLock& spin) {
  if (spin.try_lock()) {
    spin.unlock();
    co_await Tick{};                                    // ok: lock-across-await
  }
}

// ---- a guard that locks in its constructor

class Guard {
public:
  explicit Guard(SpinLock& spin) : spin_(&spin) { spin_->lock(); }
  Guard(Guard&& other) noexcept : spin_(std::exchange(other.spin_, nullptr)) {}
  ~Guard() { unlock(); }
  void unlock() {
    if (spin_ != nullptr) { spin_->unlock(); }
    spin_ = nullptr;
  }

private:
  SpinLock* spin_;
};

Task<> ownGuard(SpinLock& spin) {
  Guard guard(spin);
  co_await Tick{};                                      // want: lock-across-await error
}

Task<> ownGuardInAScope(SpinLock& spin) {
  { Guard guard(spin); }
  co_await Tick{};                                      // ok: lock-across-await
}

Task<> ownGuardUnlocked(SpinLock& spin) {
  Guard guard(spin);
  guard.unlock();
  co_await Tick{};                                      // ok: lock-across-await
}

Task<> ownGuardMoved(SpinLock& spin) {
  Guard first(spin);
  { Guard second(std::move(first)); }
  co_await Tick{};                                      // ok: lock-across-await
}

Guard guardOf(SpinLock& spin) { return Guard(spin); }
Task<> ownGuardReturned(SpinLock& spin) {
  auto guard = guardOf(spin);
  co_await Tick{};                                      // want: lock-across-await error
}

// ---- a guard as a member of a guard

class Transaction {
public:
  explicit Transaction(std::mutex& mutex) : lock_(mutex) {}
  void commit() {}

private:
  std::lock_guard<std::mutex> lock_;
};

Task<> transaction(std::mutex& mutex) {
  Transaction transaction(mutex);
  co_await Tick{};                                      // want: lock-across-await error
  transaction.commit();
}

Task<> transactionThatEnds(std::mutex& mutex) {
  {
    Transaction transaction(mutex);
    transaction.commit();
  }
  co_await Tick{};                                      // ok: lock-across-await
}

// ---- locks that are awaited

class AsyncMutex {
public:
  class ScopedLock {
  public:
    explicit ScopedLock(AsyncMutex& mutex) : mutex_(&mutex) {}
    ScopedLock(ScopedLock&& other) noexcept : mutex_(std::exchange(other.mutex_, nullptr)) {}
    ~ScopedLock() {
      if (mutex_ != nullptr) { mutex_->unlock(); }
    }

  private:
    AsyncMutex* mutex_;
  };
  struct Lock {
    AsyncMutex& mutex;
    bool await_ready() const noexcept { return false; }
    void await_suspend(std::coroutine_handle<> caller) const { caller.resume(); }
    ScopedLock await_resume() const { return ScopedLock(mutex); }
  };
  Lock lock() { return {*this}; }
  bool try_lock() { return true; }
  void unlock() {}
};

Task<> awaitedLock(AsyncMutex& mutex) {
  auto lock = co_await mutex.lock();
  co_await Tick{};                                      // ok: lock-across-await   others wait without a thread
}

Task<> standardGuardOfAnAwaitedLock(AsyncMutex& mutex) {
  co_await mutex.lock();
  std::unique_lock lock(mutex, std::adopt_lock);
  co_await Tick{};                                      // ok: lock-across-await
}

Task<> triedAwaitedLock(AsyncMutex& mutex) {
  if (mutex.try_lock()) {
    co_await Tick{};                                    // ok: lock-across-await
    mutex.unlock();
  }
}

/// Has no lock() at all.
class CoMutex {
public:
  Task<> co_lock();
  bool try_lock();
  void unlock();
};

Task<> adoptsALockThatWasAwaited(CoMutex& mutex) {
  co_await mutex.co_lock();
  std::unique_lock lock(mutex, std::adopt_lock);
  co_await Tick{};                                      // ok: lock-across-await
}

// ---- a lock that is handed to what is awaited

struct Condition {
  struct Wait {
    bool await_ready() const noexcept { return false; }
    void await_suspend(std::coroutine_handle<> caller) const { caller.resume(); }
    void await_resume() const noexcept {}
  };
  Wait wait(std::unique_lock<std::mutex>& lock) {
    lock.unlock();
    return {};
  }
  template <typename Ready> Wait wait(std::unique_lock<std::mutex>& lock, Ready ready) {
    if (!ready()) { lock.unlock(); }
    return {};
  }
  Wait waitUnlocked(std::mutex& mutex) {
    mutex.unlock();
    return {};
  }
};

Task<> waits(std::mutex& mutex, Condition& condition) {
  std::unique_lock lock(mutex);
  while (chance()) {
    co_await condition.wait(lock);                      // ok: lock-across-await   it unlocks
  }
}

Task<> waitsUntil(std::mutex& mutex, Condition& condition) {
  std::unique_lock lock(mutex);
  co_await condition.wait(lock, [] { return chance(); }); // ok: lock-across-await
}

Task<> waitsByHand(std::mutex& mutex, Condition& condition) {
  mutex.lock();
  co_await condition.waitUnlocked(mutex);               // ok: lock-across-await
}

Task<> waitsAndGoesOn(std::mutex& mutex, Condition& condition) {
  std::unique_lock lock(mutex);
  co_await condition.wait(lock);                        // ok: lock-across-await
  lock.lock();
  co_await Tick{};                                      // want: lock-across-await error
}

Task<> hands(std::mutex& mutex, Task<> (*store)(std::unique_lock<std::mutex>)) {
  std::unique_lock lock(mutex);
  co_await store(std::move(lock));                      // ok: lock-across-await   its own now
  co_await Tick{};                                      // ok: lock-across-await
}

// ---- no coroutine that awaits

fake::Generator<int> numbers(std::mutex& mutex) {
  std::lock_guard lock(mutex);
  co_yield 1;                                           // ok: lock-across-await   its caller waits for the next value
}

void plain(std::mutex& mutex, std::condition_variable& condition) {
  std::unique_lock lock(mutex);
  condition.wait(lock);                                 // ok: lock-across-await
}

auto inALambda(std::mutex& mutex) {
  return [&mutex]() -> Task<> {
    std::lock_guard lock(mutex);
    co_await Tick{};                                    // want: lock-across-await error
  };
}

Task<> lambdaThatLocks(std::mutex& mutex) {
  auto change = [&mutex] { std::lock_guard lock(mutex); };
  change();
  co_await Tick{};                                      // ok: lock-across-await
}

template <typename Mutex> Task<> generic(Mutex& mutex) {
  std::lock_guard<Mutex> lock(mutex);
  co_await Tick{};                                      // want: lock-across-await error
}
template Task<> generic(std::mutex&);
template Task<> generic(std::recursive_mutex&);

// A weak_ptr's lock() and a door's are no mutex's.
struct Door {
  bool lock() { return true; }
  void open();
};
Task<> locksADoor(Door& door) {
  door.lock();
  co_await Tick{};                                      // ok: lock-across-await
}

// NOLINTEND(nostall-blocking-lock)

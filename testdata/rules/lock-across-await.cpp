#include "fake/task.h"

#include <chrono>
#include <memory>
#include <mutex>
#include <optional>
#include <pthread.h>
#include <shared_mutex>
#include <utility>
#include <vector>

// NOLINTBEGIN(nostall-blocking-lock): that they wait is another matter

using fake::Task;
using fake::Tick;
using namespace std::chrono_literals;

std::mutex mutex;
std::shared_mutex shared;
Task<> work();
Task<int> number();
bool chance();

// ---- guards of the standard library

Task<> lockGuard() {
  std::lock_guard<std::mutex> lock(mutex);
  co_await Tick{};                                      // want: lock-across-await error
}

Task<> deduced() {
  std::lock_guard lock(mutex);
  co_await work();                                      // want: lock-across-await error
  co_await work();                                      // ok: lock-across-await   once for each lock
}

Task<> scopedLock(std::mutex& first, std::mutex& second) {
  std::scoped_lock lock(first, second);
  co_await Tick{};                                      // want: lock-across-await error
}

Task<> scopedLockOfNothing() {
  std::scoped_lock<> lock;
  co_await Tick{};                                      // ok: lock-across-await
}

Task<> uniqueLock() {
  std::unique_lock lock{mutex};
  co_await Tick{};                                      // want: lock-across-await error
}

Task<> sharedLock() {
  std::shared_lock lock(shared);
  co_await Tick{};                                      // want: lock-across-await error
}

Task<int> inAnInitializer() {
  std::lock_guard lock(mutex);
  int result = co_await number();                       // want: lock-across-await error
  co_return result;
}

Task<> inARange(std::vector<int> (*list)(int)) {
  std::lock_guard lock(mutex);
  for (int entry : list(co_await number())) {           // want: lock-across-await error
    static_cast<void>(entry);
  }
}

Task<> inACondition() {
  std::lock_guard lock(mutex);
  if (co_await number() > 0) { co_return; }             // want: lock-across-await error
}

// ---- scopes

Task<> innerScope() {
  {
    std::lock_guard lock(mutex);
  }
  co_await Tick{};                                      // ok: lock-across-await
}

Task<> lockAfterTheAwait() {
  co_await Tick{};                                      // ok: lock-across-await
  std::lock_guard lock(mutex);
}

Task<> inALoop() {
  for (int i = 0; i < 3; ++i) {
    { std::lock_guard lock(mutex); }
    co_await Tick{};                                    // ok: lock-across-await
  }
}

Task<> awaitInALoop() {
  std::unique_lock lock(mutex);
  while (chance()) {
    co_await Tick{};                                    // want: lock-across-await error
  }
}

Task<> onlyUnderACondition() {
  if (chance()) {
    std::lock_guard lock(mutex);
    co_await Tick{};                                    // want: lock-across-await error
  }
  co_await Tick{};                                      // ok: lock-across-await
}

Task<> temporaryGuard(int (*compute)(int)) {
  (std::lock_guard(mutex), compute(1));
  co_await Tick{};                                      // ok: lock-across-await   it ended with the statement
}

// ---- unlocked, deferred, tried, adopted, released, moved

Task<> unlocked() {
  std::unique_lock lock(mutex);
  lock.unlock();
  co_await Tick{};                                      // ok: lock-across-await
}

Task<> lockedAgain() {
  std::unique_lock lock(mutex);
  lock.unlock();
  co_await Tick{};                                      // ok: lock-across-await
  lock.lock();
  co_await Tick{};                                      // want: lock-across-await error
}

Task<> unlockedOnOneWay() {
  std::unique_lock lock(mutex);
  if (chance()) { lock.unlock(); }
  co_await Tick{};                                      // want: lock-across-await warning
}

Task<> unlockedOnEveryWay() {
  std::unique_lock lock(mutex);
  if (chance()) {
    lock.unlock();
  } else {
    lock.unlock();
  }
  co_await Tick{};                                      // ok: lock-across-await
}

Task<> unlockedWhereItAwaits() {
  std::unique_lock lock(mutex);
  if (chance()) {
    lock.unlock();
    co_await Tick{};                                    // ok: lock-across-await
  }
}

Task<> deferred() {
  std::unique_lock lock(mutex, std::defer_lock);
  co_await Tick{};                                      // ok: lock-across-await
  lock.lock();
  co_await Tick{};                                      // want: lock-across-await error
}

Task<> withoutAMutex() {
  std::unique_lock<std::mutex> lock;
  co_await Tick{};                                      // ok: lock-across-await
}

Task<> tried() {
  std::unique_lock lock(mutex, std::try_to_lock);
  if (!lock) { co_return; }
  co_await Tick{};                                      // want: lock-across-await error
}

Task<> triedInVain() {
  std::unique_lock lock(mutex, std::try_to_lock);
  if (!lock.owns_lock()) {
    co_await Tick{};                                    // ok: lock-across-await
  }
}

Task<> triesUntilItHolds() {
  std::unique_lock lock(mutex, std::defer_lock);
  while (!lock.try_lock()) {
    co_await Tick{};                                    // ok: lock-across-await   not yet
  }
  lock.unlock();
  co_await Tick{};                                      // ok: lock-across-await
}

Task<> triesAndHolds() {
  std::unique_lock lock(mutex, std::defer_lock);
  while (!lock.try_lock()) { co_await Tick{}; }         // ok: lock-across-await
  co_await Tick{};                                      // want: lock-across-await error
}

Task<> triedAndForgotten() {
  std::unique_lock lock(mutex, std::try_to_lock);
  co_await Tick{};                                      // want: lock-across-await warning
}

Task<> locksWhatTryingDidNot() {
  std::unique_lock lock(mutex, std::try_to_lock);
  if (!lock.owns_lock()) { lock.lock(); }
  co_await Tick{};                                      // want: lock-across-await error
}

Task<> triedForATime(std::timed_mutex& timed) {
  std::unique_lock lock(timed, 5ms);
  if (lock) {
    co_await Tick{};                                    // want: lock-across-await error
  }
}

Task<> adopted() {
  mutex.lock();
  std::lock_guard lock(mutex, std::adopt_lock);
  co_await Tick{};                                      // want: lock-across-await error
}

Task<> adoptedAndGone() {
  mutex.lock();
  { std::lock_guard lock(mutex, std::adopt_lock); }
  co_await Tick{};                                      // ok: lock-across-await
}

Task<> lockedTogether(std::mutex& other) {
  std::unique_lock first(mutex, std::defer_lock);
  std::unique_lock second(other, std::defer_lock);
  co_await Tick{};                                      // ok: lock-across-await
  std::lock(first, second);
  co_await Tick{};                                      // want: lock-across-await error
}

Task<> released() {
  std::unique_lock lock(mutex);
  lock.release();
  co_await Tick{};                                      // want: lock-across-await error
  mutex.unlock();
  co_await Tick{};                                      // ok: lock-across-await
}

Task<> releasedAndUnlocked() {
  std::unique_lock lock(mutex);
  std::mutex* held = lock.release();
  held->unlock();
  co_await Tick{};                                      // ok: lock-across-await
}

Task<> moved() {
  std::unique_lock first(mutex);
  std::unique_lock second = std::move(first);
  co_await Tick{};                                      // want: lock-across-await error
}

Task<> movedIntoAScope() {
  std::unique_lock first(mutex);
  { std::unique_lock second(std::move(first)); }
  co_await Tick{};                                      // ok: lock-across-await
}

void keep(std::unique_lock<std::mutex> lock);
Task<> givenAway() {
  std::unique_lock lock(mutex);
  keep(std::move(lock));
  co_await Tick{};                                      // ok: lock-across-await
}

Task<> assigned() {
  std::unique_lock<std::mutex> lock;
  lock = std::unique_lock(mutex);
  co_await Tick{};                                      // want: lock-across-await error
}

Task<> assignedAway() {
  std::unique_lock lock(mutex);
  lock = {};
  co_await Tick{};                                      // ok: lock-across-await
}

Task<> swapped() {
  std::unique_lock first(mutex);
  std::unique_lock<std::mutex> second;
  first.swap(second);
  second.unlock();
  co_await Tick{};                                      // ok: lock-across-await
}

std::unique_lock<std::mutex> acquire() { return std::unique_lock(mutex); }
Task<> returned() {
  auto lock = acquire();
  co_await Tick{};                                      // want: lock-across-await error
}

Task<> parameter(std::unique_lock<std::mutex> lock) {
  co_await Tick{};                                      // want: lock-across-await warning
}

Task<> parameterUnlocked(std::unique_lock<std::mutex> lock) {
  lock.unlock();
  co_await Tick{};                                      // ok: lock-across-await
}

Task<> parameterByReference(std::unique_lock<std::mutex>& lock) {
  co_await Tick{};                                      // ok: lock-across-await   its owner knows
  lock.lock();
  co_await Tick{};                                      // want: lock-across-await error
}

// ---- members, aggregates, optionals, pointers

struct Holder {
  std::unique_lock<std::mutex> lock;
  int value = 0;
};

Task<> aggregate() {
  Holder holder{std::unique_lock(mutex), 1};
  co_await Tick{};                                      // want: lock-across-await error
}

Task<> aggregateUnlocked() {
  Holder holder{.lock = std::unique_lock(mutex)};
  holder.lock.unlock();
  co_await Tick{};                                      // ok: lock-across-await
}

Task<> aggregateThatEnds() {
  { Holder holder{std::unique_lock(mutex), 1}; }
  co_await Tick{};                                      // ok: lock-across-await
}

Task<> assignedMember() {
  Holder holder;
  co_await Tick{};                                      // ok: lock-across-await
  holder.lock = std::unique_lock(mutex);
  co_await Tick{};                                      // want: lock-across-await error
}

Task<> optional() {
  std::optional<std::unique_lock<std::mutex>> lock;
  co_await Tick{};                                      // ok: lock-across-await
  lock.emplace(mutex);
  co_await Tick{};                                      // want: lock-across-await error
}

Task<> optionalReset() {
  std::optional<std::unique_lock<std::mutex>> lock(mutex);
  lock.reset();
  co_await Tick{};                                      // ok: lock-across-await
}

Task<> optionalThatUnlocks() {
  std::optional<std::unique_lock<std::mutex>> lock{std::in_place, mutex};
  lock->unlock();
  co_await Tick{};                                      // ok: lock-across-await
}

Task<> pointer() {
  auto lock = std::make_unique<std::lock_guard<std::mutex>>(mutex);
  co_await Tick{};                                      // want: lock-across-await error
  lock.reset();
  co_await Tick{};                                      // ok: lock-across-await
}

struct Store {
  std::mutex mutex_;
  std::unique_lock<std::mutex> lock_;
  int state = 0;

  Task<> member() {
    std::lock_guard lock(mutex_);
    co_await Tick{};                                    // want: lock-across-await error
  }
  Task<> guardInAMember() {
    lock_ = std::unique_lock(mutex_);
    co_await Tick{};                                    // want: lock-across-await error
    lock_.unlock();
    co_await Tick{};                                    // ok: lock-across-await
  }
  Task<> copiesUnderTheLock() {
    int copy = 0;
    {
      std::lock_guard lock(mutex_);
      copy = state;
    }
    co_await Tick{};                                    // ok: lock-across-await
    static_cast<void>(copy);
  }
  void lockAll() { mutex_.lock(); }
  void unlockAll() { mutex_.unlock(); }
  Task<> throughHelpers() {
    lockAll();
    co_await Tick{};                                    // want: lock-across-await error
    unlockAll();
    co_await Tick{};                                    // ok: lock-across-await
  }
  void balanced() {
    std::lock_guard lock(mutex_);
    ++state;
  }
  Task<> throughABalancedHelper() {
    balanced();
    co_await Tick{};                                    // ok: lock-across-await
  }
};

// ---- by hand

Task<> byHand() {
  mutex.lock();
  co_await Tick{};                                      // want: lock-across-await error
  mutex.unlock();
}

Task<> byHandUnlocked() {
  mutex.lock();
  mutex.unlock();
  co_await Tick{};                                      // ok: lock-across-await
}

Task<> triedByHand() {
  if (!mutex.try_lock()) {
    co_await Tick{};                                    // ok: lock-across-await
    co_return;
  }
  co_await Tick{};                                      // want: lock-across-await error
  mutex.unlock();
}

Task<> triedIntoAVariable() {
  const bool held = mutex.try_lock();
  if (held) { mutex.unlock(); }
  co_await Tick{};                                      // ok: lock-across-await
}

Task<> sharedByHand() {
  shared.lock_shared();
  co_await Tick{};                                      // want: lock-across-await error
  shared.unlock_shared();
}

Task<> posix(pthread_mutex_t* raw) {
  pthread_mutex_lock(raw);
  co_await Tick{};                                      // want: lock-across-await error
  pthread_mutex_unlock(raw);
  co_await Tick{};                                      // ok: lock-across-await
}

Task<> posixTried(pthread_mutex_t* raw) {
  if (pthread_mutex_trylock(raw) != 0) {
    co_await Tick{};                                    // ok: lock-across-await
    co_return;
  }
  co_await Tick{};                                      // want: lock-across-await error
  pthread_mutex_unlock(raw);
}

// ---- exceptions

Task<> unlockedByAnException() {
  try {
    std::lock_guard lock(mutex);
    if (chance()) { throw 1; }
  } catch (int) {
    co_return;
  }
  co_await Tick{};                                      // ok: lock-across-await
}

Task<> guardEndedByAnException() {
  try {
    std::lock_guard lock(mutex);
    chance();
  } catch (...) {
    chance();
  }
  co_await Tick{};                                      // ok: lock-across-await   it ended with the try block
}

Task<> awaitUnderAHandler() {
  try {
    std::lock_guard lock(mutex);
    co_await Tick{};                                    // want: lock-across-await error
  } catch (...) {
  }
}

Task<> byHandAndThrown() {
  bool failed = false;
  mutex.lock();
  try {
    chance();
    mutex.unlock();
  } catch (...) {
    failed = true;
  }
  if (!failed) { co_await Tick{}; }                     // want: lock-across-await warning
}

// NOLINTEND(nostall-blocking-lock)

#include "fake/task.h"

#include <chrono>
#include <condition_variable>
#include <fstream>
#include <future>
#include <mutex>
#include <string>
#include <thread>
#include <unistd.h>

// NOLINTBEGIN(nostall-blocking-lock): that they wait is another matter

using fake::Task;
using fake::Tick;
using namespace std::chrono_literals;

std::mutex shared_with_coroutines;
std::mutex of_threads;
std::mutex of_the_pool;
int value = 0;

Task<int> reads() {
  std::lock_guard lock(shared_with_coroutines);
  co_return value;
}

// ---- plain functions on other threads

void saves() {
  std::lock_guard lock(shared_with_coroutines);
  std::ofstream file("value");                          // want: blocking-under-lock note
  file << value;
}

void sleeps() {
  std::lock_guard lock(shared_with_coroutines);
  std::this_thread::sleep_for(1s);                      // want: blocking-under-lock note
}

void sleepsByHand() {
  shared_with_coroutines.lock();
  usleep(10000);                                           // want: blocking-under-lock
  shared_with_coroutines.unlock();
  usleep(10000);                                           // ok: blocking-under-lock
}

void rest() { usleep(10000); }
void deepRest() { rest(); }
void sleepsDeep() {
  std::lock_guard lock(shared_with_coroutines);
  deepRest();                                           // want: blocking-under-lock
}

void waits(std::future<int>& future) {
  std::unique_lock lock(shared_with_coroutines);
  value = future.get();                                 // want: blocking-under-lock
}

void joins(std::thread& thread) {
  std::scoped_lock lock(shared_with_coroutines, of_threads);
  thread.join();                                        // want: blocking-under-lock
}

void onlyOneOfTwo(std::thread& thread) {
  std::unique_lock lock(shared_with_coroutines);
  thread.join();                                        // want: blocking-under-lock
  lock.unlock();
  thread.join();                                        // ok: blocking-under-lock
}

void inALoop(std::thread& thread) {
  for (int i = 0; i < 3; ++i) {
    std::lock_guard lock(shared_with_coroutines);
    thread.join();                                      // want: blocking-under-lock
  }
}

void unlocksFirst() {
  int copy = 0;
  {
    std::lock_guard lock(shared_with_coroutines);
    copy = value;
  }
  std::ofstream("value") << copy;                       // ok: blocking-under-lock
}

void anotherMutex() {
  std::lock_guard lock(of_threads);
  std::this_thread::sleep_for(1s);                      // ok: blocking-under-lock   no coroutine takes it
}

void conditionVariable(std::condition_variable& condition) {
  std::unique_lock lock(shared_with_coroutines);
  condition.wait(lock);                                 // ok: blocking-under-lock   it unlocks while it waits
}

void mayHold(bool really) {
  std::unique_lock lock(shared_with_coroutines, std::defer_lock);
  if (really) { lock.lock(); }
  usleep(10000);                                           // ok: blocking-under-lock   on one way only
}

void onlyComputes() {
  std::lock_guard lock(shared_with_coroutines);
  value = value * 2;                                    // ok: blocking-under-lock
}

void locksUnderALock() {
  std::lock_guard lock(shared_with_coroutines);
  std::lock_guard second(of_threads);                   // ok: blocking-under-lock   a matter of order, not of time
}

void elsewhere() {
  std::lock_guard lock(shared_with_coroutines);
  std::thread([] { usleep(10000); }).detach();             // ok: blocking-under-lock   on a thread of its own
}

void tries() {
  std::unique_lock lock(shared_with_coroutines, std::try_to_lock);
  if (lock) { usleep(10000); }                             // want: blocking-under-lock
}

// ---- the coroutines themselves

Task<> sleepsInACoroutine() {
  std::lock_guard lock(shared_with_coroutines);
  usleep(10000);                                           // want: blocking-sleep // want: blocking-under-lock
  co_return;
}

// ---- members

class Store {
public:
  Task<int> get() {
    std::lock_guard lock(mutex_);
    co_return value_;
  }
  Task<int> count() { co_return lookUp(); }
  void save() {
    std::lock_guard lock(mutex_);
    std::ofstream("store") << value_;                   // want: blocking-under-lock
  }
  void saveIndex() {
    std::lock_guard lock(index_mutex_);
    std::ofstream("index") << value_;                   // want: blocking-under-lock
  }
  void saveLog() {
    std::lock_guard lock(log_mutex_);
    std::ofstream("log") << value_;                     // ok: blocking-under-lock   no coroutine takes it
  }

private:
  int lookUp() {
    std::lock_guard lock(index_mutex_);
    return value_;
  }
  std::mutex mutex_;
  std::mutex index_mutex_;
  std::mutex log_mutex_;
  int value_ = 0;
};

class OtherStore {
public:
  void save() {
    std::lock_guard lock(mutex_);
    usleep(10000);                                         // ok: blocking-under-lock   another class's mutex of that name
  }

private:
  std::mutex mutex_;
};

// NOLINTEND(nostall-blocking-lock)

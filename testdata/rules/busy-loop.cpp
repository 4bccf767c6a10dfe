#include "fake/task.h"

#include <atomic>
#include <chrono>
#include <future>
#include <memory>
#include <mutex>
#include <sched.h>
#include <semaphore>
#include <thread>
#include <unistd.h>
#include <vector>

using fake::Task;
using fake::Tick;
using namespace std::chrono_literals;

std::atomic<bool> ready;
std::atomic<int> workers;
std::atomic_flag busy;
bool plain_flag = false;
void work();
bool chance();

// ---- atomics

Task<> atomic() {
  while (!ready.load()) {}                              // want: busy-loop warning
  co_await Tick{};
}

Task<> atomicConverted() {
  while (!ready) {}                                     // want: busy-loop
  while (workers != 0) {}                               // want: busy-loop
  co_return;
}

Task<> yields() {
  while (!ready.load()) { std::this_thread::yield(); }  // want: busy-loop
  while (workers.load() != 0) { sched_yield(); }        // want: busy-loop
  co_return;
}

Task<> atTheEnd() {
  do {
    std::this_thread::yield();
  } while (!ready);                                     // want: busy-loop
  co_return;
}

Task<> withBreak() {
  for (;;) {
    if (ready) { break; }                               // want: busy-loop
  }
  co_return;
}

Task<> spinLock() {
  while (busy.test_and_set()) {}                        // want: busy-loop
  busy.clear();
  co_return;
}

Task<> exchanges() {
  while (ready.exchange(true)) {}                       // want: busy-loop
  co_return;
}

Task<> setsAFlag() {
  bool expected = false;
  while (!ready.compare_exchange_weak(expected, true)) { expected = false; } // want: busy-loop
  co_return;
}

Task<> setsANumber() {
  int seen = workers.load();
  while (!workers.compare_exchange_weak(seen, 1)) { seen = workers.load(); } // ok: busy-loop   somebody else got on
  co_return;
}

// ---- flags, futures, tries

Task<> flag() {
  while (!plain_flag) {}                                // want: busy-loop
  co_return;
}

struct Worker {
  bool done_ = false;
  std::atomic<bool> stopped_;
  bool done() const { return done_; }
  bool stopped() const { return stopped_.load(); }
  bool tryTake(int& out);

  Task<> member() {
    while (!done_) { std::this_thread::yield(); }       // want: busy-loop
    co_return;
  }
  Task<> getter() {
    while (!done()) {}                                  // want: busy-loop
    while (!stopped()) { std::this_thread::yield(); }   // want: busy-loop
    co_return;
  }
  Task<> takes() {
    int value = 0;
    while (!tryTake(value)) {}                          // want: busy-loop
    co_return;
  }
};

Task<> future(std::future<int>& result) {
  while (result.wait_for(0s) != std::future_status::ready) {} // want: busy-loop
  co_return;
}

Task<> tries(std::mutex& mutex, std::counting_semaphore<4>& semaphore) {
  while (!mutex.try_lock()) {}                          // want: busy-loop
  mutex.unlock();
  while (!semaphore.try_acquire()) { std::this_thread::yield(); } // want: busy-loop
}

// ---- reached from coroutines

void waitForWorkers() {
  while (workers.load() != 0) {}                        // want: busy-loop
}
Task<> callsIt() {
  waitForWorkers();
  co_return;
}

void onlyFromThreads() {
  while (workers.load() != 0) {}                        // ok: busy-loop   no event loop waits
}
void starts() { std::thread(onlyFromThreads).detach(); }

// ---- loops that get somewhere

Task<> awaits() {
  while (!ready) { co_await Tick{}; }                   // ok: busy-loop   suspends
}

Task<> works() {
  while (!ready) { work(); }                            // ok: busy-loop   what it waits for may be its own work
  co_return;
}

Task<> sleeps() {
  while (!ready) { usleep(10); }                        // want: blocking-sleep
  co_return;
}

Task<> bounded() {
  for (int i = 0; i < 100 && !ready; ++i) {}            // ok: busy-loop   a hundred turns
  co_return;
}

Task<> boundedInside() {
  int spins = 0;
  while (!ready) {
    if (++spins == 100) { break; }                      // ok: busy-loop
  }
  co_return;
}

Task<> counts(std::vector<int> list) {
  int sum = 0;
  for (int entry : list) { sum += entry; }              // ok: busy-loop
  for (int i = 0; i < workers; ++i) { sum += i; }       // ok: busy-loop
  co_return;
}

Task<> writes() {
  while (!plain_flag) { plain_flag = chance(); }          // ok: busy-loop   changes it itself
  co_return;
}

Task<> takesWork() {
  while (workers.fetch_sub(1) > 0) {}                   // ok: busy-loop   each turn counts
  co_return;
}

struct Node {
  Node* next = nullptr;
};
std::atomic<Node*> head;
Task<> pushes(Node* node) {
  node->next = head.load();
  while (!head.compare_exchange_weak(node->next, node)) {} // ok: busy-loop   somebody else got on
  co_return;
}

Task<> drains(Worker& worker) {
  int value = 0;
  while (worker.tryTake(value)) {}                      // ok: busy-loop   goes on as long as there is some
  co_return;
}

Task<> forever() {
  for (;;) { work(); }                                  // ok: busy-loop
}

Task<> untilATime() {
  const auto end = std::chrono::steady_clock::now() + 1s;
  while (std::chrono::steady_clock::now() < end) {}     // want: busy-loop
  while (end > std::chrono::steady_clock::now()) {}     // want: busy-loop
  co_return;
}

Task<> untilEnough(int count) {
  while (workers.load() < 4) {}                         // want: busy-loop
  while (workers >= 4) { std::this_thread::yield(); }   // want: busy-loop
  for (int i = 0; workers > i; ++i) {}                  // ok: busy-loop   counts itself
  for (int i = 0; i < workers.load(); ++i) {}           // ok: busy-loop
  while (count < 4) { ++count; }                        // ok: busy-loop
  co_return;
}

Task<> setsTheBit() {
  int seen = workers.load();
  while (!workers.compare_exchange_weak(seen, seen | 1)) {} // ok: busy-loop   somebody else got on
  co_return;
}

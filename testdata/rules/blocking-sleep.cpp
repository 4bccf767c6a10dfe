#include "fake/task.h"

#include <chrono>
#include <thread>
#include <unistd.h>
#include <vector>

using fake::EagerTask;
using fake::Generator;
using fake::Task;
using namespace std::chrono_literals;

// ---- how far a sleep may be away

void nap() { ::usleep(10000); }
void lazy() { nap(); }
void once() {
  if (::getpid() == 1) {
    once();
  }
  lazy();
}

Task<> direct() {
  ::sleep(1); // want: blocking-sleep error via sleep
  co_return;
}

Task<> chained() {
  lazy(); // want: blocking-sleep error via lazy, nap, usleep
  co_return;
}

Task<> recursive() {
  once(); // want: blocking-sleep via once, lazy, nap, usleep
  co_return;
}

Task<> twice() {
  nap(); // want: blocking-sleep
  nap(); // want: blocking-sleep
  nap(), lazy(); // want: blocking-sleep via nap, usleep // want: blocking-sleep via lazy, nap, usleep
  co_return;
}

void shortAndLong(bool lazily) {
  if (lazily) {
    lazy();
  }
  nap();
}

Task<> shortest() {
  shortAndLong(true); // want: blocking-sleep via shortAndLong, nap, usleep
  co_return;
}

EagerTask eager() {
  nap(); // want: blocking-sleep
  co_return;
}

Task<int> branches(int kind) {
  if (kind == 0) {
    nap(); // want: blocking-sleep
  }
  switch (kind) {
  case 1: nap(); break; // want: blocking-sleep
  default: break;
  }
  try {
    nap(); // want: blocking-sleep
  } catch (...) {
    nap(); // want: blocking-sleep
  }
  const int number = kind > 1 ? (nap(), 1) : 2; // want: blocking-sleep
  co_return number;
}

Task<> loops() {
  for (int i = 0; i < 3; ++i) {
    nap(); // want: blocking-sleep
  }
  while (::usleep(1) == 0) { // want: blocking-sleep
  }
  do {
    nap(); // want: blocking-sleep
  } while (false);
  co_return;
}

// ---- a coroutine is its own root

Task<> inner() {
  nap(); // want: blocking-sleep
  co_return;
}

Task<> outer() {
  co_await inner(); // ok: blocking-sleep   inner has its own finding
}

void starts() {
  auto task = inner(); // ok: blocking-sleep // want: unawaited-task
}

void plain() { ::sleep(1); } // ok: blocking-sleep   no async code reaches it

int main() {
  nap(); // ok: blocking-sleep
  plain();
}

// ---- what is not asynchronous

Generator<int> numbers() {
  nap(); // ok: blocking-sleep   a generator runs in its caller
  co_yield 1;
}

Task<> dead() {
  co_return;
  nap(); // ok: blocking-sleep   nothing gets there
}

Task<> constant() {
  if constexpr (sizeof(int) == 1) {
    nap(); // ok: blocking-sleep   never compiled
  }
  if (sizeof(decltype(::sleep(1))) != 0) { // ok: blocking-sleep   never evaluated
    co_return;
  }
}

// ---- lambdas

Task<> lambdas() {
  auto unused = [] { nap(); };                    // ok: blocking-sleep   only defined
  auto used = [] { nap(); };
  used(); // want: blocking-sleep via lambda in lambdas, nap, usleep
  [] { nap(); }(); // want: blocking-sleep
  auto outer = [] {
    auto inner = [] { nap(); };                   // ok: blocking-sleep   only defined
    (void)inner;
  };
  outer(); // ok: blocking-sleep
  auto generic = [](auto value) { ::usleep(value); };
  generic(1); // want: blocking-sleep
  auto coroutine = []() -> Task<> {
    nap(); // want: blocking-sleep
    co_return;
  };
  co_await coroutine(); // ok: blocking-sleep   its own root
}

Task<> threads() {
  std::thread worker([] { nap(); }); // ok: blocking-sleep   another thread
  std::jthread joined(nap);          // ok: blocking-sleep // want: blocking-wait
  worker.detach();  // want: detached-task
  co_return;
}

Task<> pointers(void (*function)()) {
  function(); // missed: blocking-sleep calls through unknown pointers are not followed
  co_return;
}

// ---- templates

template <typename T> void wait(T duration) { std::this_thread::sleep_for(duration); }

template <typename T> struct Waiter {
  T duration;
  void run() { wait(duration); }
};

Task<> templates() {
  wait(1s);                 // want: blocking-sleep via wait, std::this_thread::sleep_for
  Waiter<std::chrono::seconds> waiter{1s};
  waiter.run();             // want: blocking-sleep
  co_return;
}

template <typename T> Task<> generic(T duration) {
  wait(duration);           // want: blocking-sleep
  co_return;
}

Task<> usesGeneric() {
  co_await generic(1s);     // ok: blocking-sleep   reported in the template, once
  co_await generic(1ms);    // ok: blocking-sleep
}

template <typename T> Task<> neverUsed(T) {
  nap();                    // want: blocking-sleep
  co_return;
}

// ---- macros

#define NAP() nap()
#define TASK(name)                                                                                                     \
  Task<> name() {                                                                                                      \
    nap();                                                                                                             \
    co_return;                                                                                                         \
  }

Task<> macros() {
  NAP(); // want: blocking-sleep
  co_return;
}

TASK(made) // want: blocking-sleep

// ---- a plain function that returns a task

Task<> forwards(int number) {
  nap(); // want: blocking-sleep
  return number > 0 ? inner() : outer();
}

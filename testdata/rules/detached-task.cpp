// Home-grown tasks: eager ones that are thrown away on purpose, and types that run on their own.
#include "fake/task.h"

#include <exception>
#include <iostream>
#include <stdexcept>
#include <thread>
#include <tuple>

using fake::EagerTask;
using fake::Task;

Task<> fetch(int id);
EagerTask unseen(int id);
void report(const char* what);

/// Fire and forget by design: an exception ends the program.
struct Detached {
  struct promise_type {
    Detached get_return_object() { return {}; }
    std::suspend_never initial_suspend() noexcept { return {}; }
    std::suspend_never final_suspend() noexcept { return {}; }
    void return_void() {}
    void unhandled_exception() { std::terminate(); }
  };
};

/// Can be awaited, and drops its exceptions: nobody has to.
struct Forgetful {
  struct promise_type {
    Forgetful get_return_object() { return {}; }
    std::suspend_never initial_suspend() noexcept { return {}; }
    std::suspend_never final_suspend() noexcept { return {}; }
    void return_void() {}
    void unhandled_exception() {}
  };
  bool await_ready() const noexcept { return true; }
  void await_suspend(std::coroutine_handle<>) const noexcept {}
  void await_resume() const noexcept {}
};

// ---- bodies that lose an exception, and bodies that do not

EagerTask awaits(int id) { co_await fetch(id); }

EagerTask throws(int id) {
  if (id < 0) { throw std::runtime_error("negative"); }
  co_return;
}

EagerTask callsUnknown(int id) {
  report("start");
  co_return;
}

EagerTask handlesAll(int id) {
  try {
    co_await fetch(id);
  } catch (...) {
    report("failed");
  }
}

EagerTask handlesExceptions(int id) {
  try {
    co_await fetch(id);
  } catch (const std::exception& error) {
    std::cerr << error.what();
  }
}

EagerTask handlesSome(int id) {
  try {
    co_await fetch(id);
  } catch (const std::runtime_error& error) {
    report(error.what());
  }
}

EagerTask throwsOn(int id) {
  try {
    co_await fetch(id);
  } catch (...) {
    report("failed");
    throw;
  }
}

EagerTask awaitsBefore(int id) {
  co_await fetch(id);
  try {
    co_await fetch(id);
  } catch (...) {
  }
}

EagerTask quiet(int id) { co_await fake::Tick(); }

Task<> safeChild(int id) {
  try {
    co_await fetch(id);
  } catch (...) {
  }
}
EagerTask awaitsSafeChild(int id) { co_await safeChild(id); }

void check(int id) {
  if (id < 0) { throw std::out_of_range("id"); }
}
EagerTask callsThrower(int id) {
  check(id);
  co_return;
}
bool known(int id) noexcept;
EagerTask callsNoexcept(int id) {
  if (known(id)) { co_await fake::Tick(); }
}

Detached session(int id) { co_await fetch(id); }
Detached calmSession(int id) {
  try {
    co_await fetch(id);
  } catch (...) {
    report("failed");
  }
}
Forgetful note(int id) { co_await fetch(id); }
Forgetful calmNote(int id) { co_await fake::Tick(); }

void throwsAway(int id) {
  (void)awaits(id);                                // want: detached-task warning
  (void)throws(id);                                // want: detached-task warning
  (void)callsUnknown(id);                          // want: detached-task note
  (void)handlesAll(id);                            // ok: detached-task
  (void)handlesExceptions(id);                     // ok: detached-task
  (void)handlesSome(id);                           // want: detached-task warning
  (void)throwsOn(id);                              // want: detached-task warning
  (void)awaitsBefore(id);                          // want: detached-task warning
  (void)quiet(id);                                 // ok: detached-task   what it awaits throws nothing
  (void)awaitsSafeChild(id);                       // ok: detached-task
  (void)callsThrower(id);                          // want: detached-task warning
  (void)callsNoexcept(id);                         // ok: detached-task
  (void)unseen(id);                                // want: detached-task warning
  static_cast<void>(awaits(id));                   // want: detached-task
  std::ignore = awaits(id);                        // want: detached-task
  auto kept = awaits(id);                          // ok: detached-task // want: unawaited-task
  (void)kept;
}

void startsByDesign(int id) {
  session(id);                                     // want: detached-task note
  calmSession(id);                                 // ok: detached-task
  note(id);                                        // want: detached-task note
  (void)note(id);                                  // want: detached-task note
  calmNote(id);                                    // ok: detached-task
}

Task<> awaitsForgetful(int id) {
  co_await note(id);                               // ok: detached-task
  co_await awaits(id);                             // ok: detached-task
}

// ---- threads

void work();

void plainFunction() {
  std::thread worker(work);
  worker.detach();                                 // ok: detached-task   no async code here
}

Task<> inCoroutine() {
  std::thread worker(work);
  worker.detach();                                 // want: detached-task warning
  std::thread(work).detach();                      // want: detached-task
  std::jthread other(work);                        // false: blocking-wait   a detached one does not wait
  other.detach();                                  // want: detached-task
  co_return;
}

Task<> joinedThread() {
  std::thread worker(work);                        // ok: detached-task
  worker.join();                                   // want: blocking-wait
  co_return;
}

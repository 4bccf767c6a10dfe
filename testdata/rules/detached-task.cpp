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
Task<> passesOn(int id) { return safeChild(id); }
Task<> passesOnDeeper(int id) { return passesOn(id); }
Task<> passesOnEither(int id) {
  if (id < 0) { return fetch(id); }
  return safeChild(id);
}
EagerTask awaitsPassedOn(int id) { co_await passesOnDeeper(id); }
EagerTask awaitsEither(int id) { co_await passesOnEither(id); }
EagerTask awaitsKept(int id) {
  Task<> kept = fetch(id);
  co_await std::move(kept);
}

/// What it waits for ends well, and its end is not marked: what stands in it decides.
struct Signal {
  bool await_ready() const { return false; }
  void await_suspend(std::coroutine_handle<>) {}
  int await_resume() const { return 1; }
};
/// Wraps another awaiter, as await_transform does in many libraries.
template <typename Awaiter> struct OnExecutor {
  Awaiter awaiter;
  bool await_ready() { return awaiter.await_ready(); }
  void await_suspend(std::coroutine_handle<> caller) { awaiter.await_suspend(caller); }
  auto await_resume() { return awaiter.await_resume(); }
};
struct Cancellable {
  bool cancelled = false;
  bool await_ready() const { return false; }
  void await_suspend(std::coroutine_handle<>) {}
  void await_resume() const {
    if (cancelled) { throw std::runtime_error("cancelled"); }
  }
};
struct Promised {
  std::exception_ptr error;
  bool await_ready() const { return false; }
  void await_suspend(std::coroutine_handle<>) {}
  void await_resume() const {
    if (error) { std::rethrow_exception(error); }
  }
};
struct OfElsewhere {
  bool await_ready() const;
  void await_suspend(std::coroutine_handle<>);
  void await_resume() const;
};
Signal signalled() { return {}; }
EagerTask awaitsSignal() { co_await Signal(); }
EagerTask awaitsSignalOfCall() { co_await signalled(); }
EagerTask awaitsWrapped() { co_await OnExecutor<Signal>{}; }
EagerTask awaitsWrappedCancellable() { co_await OnExecutor<Cancellable>{}; }
EagerTask awaitsCancellable() { co_await Cancellable(); }
EagerTask awaitsPromised() { co_await Promised(); }
EagerTask awaitsElsewhere() { co_await OfElsewhere(); }

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
  (void)awaitsPassedOn(id);                        // ok: detached-task   the coroutine behind two plain functions
  (void)awaitsEither(id);                          // want: detached-task warning
  (void)awaitsKept(id);                            // want: detached-task warning
  (void)awaitsSignal();                            // ok: detached-task   nothing in await_resume throws
  (void)awaitsSignalOfCall();                      // ok: detached-task
  (void)awaitsWrapped();                           // ok: detached-task
  (void)awaitsWrappedCancellable();                // want: detached-task warning
  (void)awaitsCancellable();                       // want: detached-task warning
  (void)awaitsPromised();                          // want: detached-task warning
  (void)awaitsElsewhere();                         // want: detached-task warning
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

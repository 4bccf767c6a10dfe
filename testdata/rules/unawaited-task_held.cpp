// Tasks that are held as if they were their results.
#include "fake/task.h"

#include <array>
#include <memory>
#include <optional>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

using fake::EagerTask;
using fake::Task;

struct Units {
  bool await_ready() const noexcept;
  void await_suspend(std::coroutine_handle<> caller) const;
  int await_resume() const;
  bool available() const;
  explicit operator bool() const;
};
struct Semaphore {
  Units acquire();
  Units& last();
};
struct Mutex {
  Units lock();
  Units scoped_lock();
};

Task<int> load(int key);
Task<> save(int record);
EagerTask send(int message);
std::pair<Task<int>, Task<int>> both();
fake::Generator<int> numbers();
void keep(Task<int> task);
void look(const Task<int>& task);

Task<> neverUsed(Semaphore& semaphore, Mutex& mutex, bool fast) {
  auto units = semaphore.acquire();                // want: unawaited-task error
  auto lock = mutex.lock();                        // want: unawaited-task
  auto value = load(1);                            // want: unawaited-task
  auto sent = send(1);                             // want: unawaited-task error
  const auto& bound = load(1);                     // want: unawaited-task
  auto&& forwarded = load(1);                      // want: unawaited-task
  Task<int> braces{load(1)};                       // want: unawaited-task
  Task<int> parentheses(load(1));                  // want: unawaited-task
  Task<int> chosen = fast ? load(1) : load(2);     // want: unawaited-task
  [[maybe_unused]] auto unused = load(1);          // want: unawaited-task
  auto dropped = load(1);                          // want: unawaited-task
  (void)dropped;
  auto ignored = load(1);                          // want: unawaited-task
  std::ignore = ignored;
  auto measured = load(1);                         // want: unawaited-task
  static_assert(sizeof(measured) > 0);
  auto observed = semaphore.acquire();             // want: unawaited-task
  if (observed.available() || observed) { co_return; }
  co_await save(1);
}

Task<> several() {
  std::vector<EagerTask> sends{send(1), send(2)};  // want: unawaited-task
  std::array<EagerTask, 2> more = {send(1), send(2)}; // want: unawaited-task
  EagerTask plain[] = {send(1), send(2)};          // want: unawaited-task
  auto [first, second] = both();                   // want: unawaited-task
  co_await std::move(first);
  auto [third, fourth] = std::pair(load(1), load(2)); // want: unawaited-task // want: unawaited-task
}

struct Both {
  Task<int> first;
  Task<int> second;
};
struct Named {
  std::string name;
  Task<int> task;
};
Both aggregate();
Named named();

Task<> parts() {
  auto [first, second] = aggregate();              // want: unawaited-task error
  auto [name, task] = named();                     // want: unawaited-task
  auto [one, two] = Both{load(1), load(2)};        // want: unawaited-task
  co_await std::move(one);
  auto [left, right] = aggregate();                // want: unawaited-task
  co_await std::move(left);
}

Task<> usedParts() {
  auto [first, second] = aggregate();              // ok: unawaited-task
  co_await std::move(first);
  co_await std::move(second);
  auto&& [one, two] = Both{load(1), load(2)};      // ok: unawaited-task
  keep(std::move(one));
  co_await std::move(two);
  auto [name, task] = named();                     // ok: unawaited-task   the name is not used, the task is
  co_await std::move(task);
}

Task<> used(Semaphore& semaphore, Mutex& mutex, bool fast) {
  auto units = semaphore.acquire();                // ok: unawaited-task
  co_await units;
  auto awaited = load(1);                          // ok: unawaited-task
  int result = co_await std::move(awaited);
  auto passed = load(1);                           // ok: unawaited-task
  keep(std::move(passed));
  auto looked_at = load(1);                        // ok: unawaited-task
  look(looked_at);
  auto captured = load(1);                         // ok: unawaited-task
  auto later = [&captured]() -> Task<int> { co_return co_await std::move(captured); };
  auto moved = load(1);                            // ok: unawaited-task
  auto into = std::move(moved);
  auto referred = load(1);                         // ok: unawaited-task
  auto& reference = referred;
  auto pointed = load(1);                          // ok: unawaited-task
  auto* pointer = &pointed;
  Units& last = semaphore.last();                  // ok: unawaited-task   a reference to what is kept elsewhere
  auto guard = co_await mutex.scoped_lock();       // ok: unawaited-task   the result, not the task
  auto sequence = numbers();                       // ok: unawaited-task   a generator
  static auto once = send(1);                      // ok: unawaited-task   lives as long as the program
  auto owned = std::make_unique<Task<int>>(load(1)); // ok: unawaited-task   handed on
  std::vector<EagerTask> sends{send(1), send(2)};  // ok: unawaited-task
  for (auto& sent : sends) { co_await sent; }
  Units event;                                     // ok: unawaited-task   not from a call
  Task<int> conditional = fast ? load(1) : load(2); // ok: unawaited-task
  co_await std::move(conditional);
  auto [first, second] = both();                   // ok: unawaited-task
  co_await std::move(first);
  co_await std::move(second);
}

Task<int> returned() {
  auto task = load(1);                             // ok: unawaited-task
  return task;
}

template <typename T> Task<> perhaps(T flag) {
  auto task = load(1);                             // ok: unawaited-task   one instantiation awaits it
  if constexpr (sizeof(T) > 1) { co_await std::move(task); }
}
template Task<> perhaps(char);
template Task<> perhaps(int);

// ---- on one way only

Task<> earlyReturn(bool cached) {
  auto value = load(1);                            // want: unawaited-task note
  if (cached) { co_return; }
  co_await std::move(value);
}

Task<> eagerEarlyReturn(bool cached) {
  auto sent = send(1);                             // want: unawaited-task warning
  if (cached) { co_return; }
  co_await sent;
}

Task<> oneArm(bool cached) {
  auto value = load(1);                            // want: unawaited-task note
  if (!cached) { co_await std::move(value); }
}

Task<> everyWay(bool cached) {
  auto value = load(1);                            // ok: unawaited-task
  if (cached) {
    keep(std::move(value));
    co_return;
  }
  co_await std::move(value);
}

Task<> failing(bool broken) {
  auto value = load(1);                            // ok: unawaited-task   an exception is no normal way
  if (broken) { throw 1; }
  co_await std::move(value);
}

Task<> asked() {
  auto sent = send(1);                             // ok: unawaited-task   the loop is there to await it
  for (int i = 0; i < 3; ++i) { co_await sent; }
}

Task<> askedFirst(Semaphore& semaphore) {
  auto units = semaphore.acquire();                // ok: unawaited-task   it was asked whether there is anything to do
  if (units.available()) { co_return; }
  co_await units;
}

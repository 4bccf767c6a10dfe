// Home-grown tasks and awaiters: no rule names them.
#include "fake/task.h"

#include <functional>
#include <map>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

using fake::EagerTask;
using fake::Task;

Task<> save(int record);
Task<int> load(int key);
EagerTask send(int message);
fake::Generator<int> numbers();

/// What a semaphore hands out: to be awaited, and no coroutine's type.
struct Units {
  bool await_ready() const noexcept;
  void await_suspend(std::coroutine_handle<> caller) const;
  int await_resume() const;
};
struct Semaphore {
  Units acquire();
  Units& last();
  void release();
};

void keep(Task<int> task);
void look(const Task<int>& task);
int choose();

// ---- discarded

Task<> statements(Semaphore& semaphore, bool fast) {
  save(1);                                         // want: unawaited-task error
  send(1);                                         // want: unawaited-task error
  semaphore.acquire();                             // want: unawaited-task error
  save(1), co_await save(2);                       // want: unawaited-task
  (co_await save(1), save(2));                     // want: unawaited-task
  fast ? save(1) : save(2);                        // want: unawaited-task // want: unawaited-task
  fast ? (void)save(1) : (void)0;                  // want: unawaited-task
  static_cast<void>(save(1));                      // want: unawaited-task error
  (void)save(1);                                   // want: unawaited-task error
  (void)semaphore.acquire();                       // want: unawaited-task warning
  std::ignore = save(1);                           // want: unawaited-task error
  (void)send(1);                                   // ok: unawaited-task   detached-task has an eye on it // want: detached-task
  if (fast) save(1);                               // want: unawaited-task
  for (int i = 0; i < 3; save(i++)) {}             // want: unawaited-task
  switch (choose()) {
  case 1: save(1); break;                          // want: unawaited-task
  default: co_await save(2);                       // ok: unawaited-task
  }
  semaphore.release();                             // ok: unawaited-task
  semaphore.last();                                // ok: unawaited-task   a reference: it is kept elsewhere
  numbers();                                       // ok: unawaited-task   not asked for a value, but no task either
  co_await save(1);                                // ok: unawaited-task
  co_return co_await save(1);                      // ok: unawaited-task
}

Task<> forwards(bool fast) {
  if (fast) { return save(1); }                    // ok: unawaited-task
  return fast ? save(1) : save(2);                 // ok: unawaited-task
}

void plainFunction() { save(1); }                  // want: unawaited-task

struct Account {
  Task<> close();
  Task<> closeTwice() {
    close();                                       // want: unawaited-task
    this->close();                                 // want: unawaited-task
    co_await close();                              // ok: unawaited-task
  }
  Task<> closing = close();                        // ok: unawaited-task   a member
};

template <typename T> Task<> storeAll(T value) {
  save(value);                                     // want: unawaited-task
  co_await save(value);                            // ok: unawaited-task
}
template Task<> storeAll(int);
template Task<> storeAll(short);

template <typename T> Task<> neverInstantiated(T value) {
  save(1);                                         // want: unawaited-task
  co_await save(value);
}

Task<> lambdas() {
  []() -> Task<> { co_return; }();                 // want: unawaited-task
  auto work = []() -> Task<> { co_await save(1); };
  work();                                          // want: unawaited-task
  co_await work();                                 // ok: unawaited-task
}

// ---- through wrappers

using Handler = std::function<Task<>(int)>;

Task<> calls(Handler handler, std::map<std::string, Handler>& handlers, Task<> (*pointer)(int)) {
  handler(1);                                      // want: unawaited-task
  handlers["open"](1);                             // want: unawaited-task
  handlers.at("open")(1);                          // want: unawaited-task
  pointer(1);                                      // want: unawaited-task
  (*pointer)(1);                                   // want: unawaited-task
  co_await handlers["open"](1);                    // ok: unawaited-task
  co_await pointer(1);                             // ok: unawaited-task
}

void subscribe(std::function<void(int)> handler);
void subscribeTask(std::function<Task<>(int)> handler);

void stores(bool verbose) {
  std::function<void(int)> plain = save;                                 // want: unawaited-task error
  std::function<void(int)> lambda = [](int n) -> Task<> { co_await save(n); }; // want: unawaited-task
  std::function<void(int)> eager = [](int n) -> EagerTask { co_await send(n); }; // want: unawaited-task warning
  std::function<Task<>(int)> task = save;                                // ok: unawaited-task
  std::function<void(int)> harmless = [verbose](int) {};                 // ok: unawaited-task
  subscribe([](int n) -> Task<> { co_await save(n); });                  // want: unawaited-task
  subscribe([](int n) { save(n); });                                     // want: unawaited-task
  subscribeTask([](int n) -> Task<> { co_await save(n); });              // ok: unawaited-task
  plain = [](int n) -> Task<> { co_await save(n); };                     // want: unawaited-task
}

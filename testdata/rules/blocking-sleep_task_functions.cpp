// Functions that return a task without being coroutines.
#include "fake/task.h"
#include "libraries/seastar.h"

#include <future>
#include <unistd.h>

using fake::EagerTask;
using fake::Generator;
using fake::Task;

void nap() { ::usleep(10); }

Task<int> inner() { co_return 1; }
EagerTask eager() { co_return; }

// ---- a home-grown task

Task<int> forwards() {
  return inner(); // ok: blocking-sleep
}
Task<int> naps() {
  nap(); // want: blocking-sleep via nap, usleep
  return inner();
}
EagerTask napsEagerly() {
  ::usleep(10); // want: blocking-sleep via usleep
  return eager();
}
Task<int> calls() {
  co_await naps(); // ok: blocking-sleep   said in the function itself
  co_return co_await forwards();
}
void starts() {
  auto task = [] {
    nap(); // want: blocking-sleep
    return inner();
  };
  task();  // want: unawaited-task
}
struct Service {
  Task<int> load() const {
    nap(); // want: blocking-sleep
    return inner();
  }
  static Task<int> make() {
    nap(); // want: blocking-sleep
    return inner();
  }
  virtual Task<int> serve() = 0;
};
struct Slow : Service {
  Task<int> serve() override {
    nap(); // want: blocking-sleep
    return inner();
  }
};
template <typename T> Task<T> generic(T) {
  nap(); // want: blocking-sleep
  return inner();
}
void instantiates() { generic(1); }  // want: unawaited-task

Task<int> serves(Service& service) {
  co_return co_await service.serve(); // ok: blocking-sleep
}

// ---- a library's task

seastar::future<> stops() {
  nap(); // want: blocking-sleep
  return seastar::sleep(1);
}
seastar::future<> continues() {
  return seastar::sleep(1).then([] { nap(); }); // want: blocking-sleep
}
seastar::future<> chained() {
  return seastar::sleep(1).then([] {
    nap(); // want: blocking-sleep
    return stops();
  });
}
seastar::future<> threaded() {
  return seastar::async([] { nap(); }); // ok: blocking-sleep   a seastar::thread
}

// ---- no async contexts

std::future<int> plain() {
  nap(); // ok: blocking-sleep   a thread's future
  return std::async([] { return 1; });
}
Generator<int> numbers() { co_yield 1; }
Generator<int> generates() {
  nap(); // ok: blocking-sleep   runs in its caller
  return numbers();
}
Task<int>* points() {
  nap(); // ok: blocking-sleep   the task is somewhere else
  return nullptr;
}
Task<int>& refers(Task<int>& task) {
  nap(); // ok: blocking-sleep
  return task;
}
struct Holder {
  Holder() : task(inner()) { nap(); } // ok: blocking-sleep   a constructor
  operator Task<int>() {
    nap(); // ok: blocking-sleep   a conversion
    return inner();
  }
  Task<int> task;
};
struct Awaiter {
  bool await_ready() { return false; }
  void await_suspend(std::coroutine_handle<>) {}
  Task<int> await_resume() {
    nap(); // ok: blocking-sleep   a part of the coroutine that awaits it
    return inner();
  }
};
Task<int> awaits() {
  Task<int> task = co_await Awaiter(); // want: blocking-sleep
  co_return co_await task;
}

// Declarations in the shape of Workflow and Coke.
#pragma once

#include "libraries/anything.h"
#include "libraries/coroutine_parts.h"

class WFFacilities {
public:
  static void usleep(unsigned int microseconds);
  class WaitGroup {
  public:
    explicit WaitGroup(int count);
    void done();
    void wait() const;
  };
};
class WFTaskFactory {
public:
  template <typename F>
  static void* create_go_task(const char* queue, F&& function) {
    return fake::Anything();
  }
};
namespace coke {
template <typename T = void>
class [[nodiscard]] Task {
public:
  using promise_type = fake::PromiseOf<Task, T, std::suspend_always>;
  fake::Awaiter<T> operator co_await() const;
};
Task<> sleep(int milliseconds);
/// Goes on in the compute threads.
struct GoAwaiter {
  bool await_ready();
  void await_suspend(std::coroutine_handle<>);
  void await_resume();
};
GoAwaiter switch_go_thread();
template <typename T>
T sync_wait(Task<T>&& task);
} // namespace coke

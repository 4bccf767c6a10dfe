// Declarations in the shape of libcoro.
#pragma once

#include "libraries/coroutine_parts.h"

namespace coro {
template <typename T = void>
class [[nodiscard]] task {
public:
  using promise_type = fake::PromiseOf<task, T, std::suspend_always>;
  fake::Awaiter<T> operator co_await() const;
  std::coroutine_handle<> handle() const;
  bool is_ready() const;
};
class thread_pool {
public:
  fake::Awaiter<void> schedule();
  bool spawn_detached(task<void>&& task);
  bool resume(std::coroutine_handle<> handle);
  void shutdown() noexcept;
};
class scheduler {
public:
  fake::Awaiter<void> schedule();
  task<> yield_for(int milliseconds);
  unsigned long process_events(int milliseconds = 0);
};
class semaphore {
public:
  fake::Awaiter<int> acquire();
};
template <typename Awaitable>
void sync_wait(Awaitable&& awaitable);
} // namespace coro

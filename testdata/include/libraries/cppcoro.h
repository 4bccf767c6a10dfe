// Declarations in the shape of cppcoro.
#pragma once

#include "libraries/coroutine_parts.h"

namespace cppcoro {
template <typename T = void>
class [[nodiscard]] task {
public:
  using promise_type = fake::PromiseOf<task, T, std::suspend_always>;
  fake::Awaiter<T> operator co_await() const;
};
template <typename T>
class generator {
public:
  struct promise_type : fake::PromiseOf<generator, void, std::suspend_always> {
    std::suspend_always yield_value(T value);
    void await_transform() = delete;
  };
};
class static_thread_pool {
public:
  fake::Awaiter<void> schedule();
};
class io_service {
public:
  fake::Awaiter<void> schedule();
  fake::Awaiter<void> schedule_after(int milliseconds);
  unsigned long process_events();
};
template <typename Awaitable>
void sync_wait(Awaitable&& awaitable);
template <typename T>
task<T> schedule_on(static_thread_pool& pool, task<T> work);
} // namespace cppcoro

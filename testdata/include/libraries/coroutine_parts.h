// What the fake task types of libraries are made of: declared, never run.
#pragma once

#include <coroutine>

namespace fake {

template <typename T>
struct Returns {
  void return_value(T value);
};
template <>
struct Returns<void> {
  void return_void();
};

/// The promise of `Task`, whose coroutines return a T and start as `Initial` says.
template <typename Task, typename T, typename Initial>
struct PromiseOf : Returns<T> {
  Task get_return_object();
  Initial initial_suspend() noexcept;
  std::suspend_always final_suspend() noexcept;
  void unhandled_exception();
};

/// Awaited for a T.
template <typename T>
struct Awaiter {
  bool await_ready() const noexcept;
  void await_suspend(std::coroutine_handle<> caller) const;
  T await_resume() const;
};

} // namespace fake

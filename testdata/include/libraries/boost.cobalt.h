// Declarations in the shape of Boost.Cobalt.
#pragma once

#include "libraries/coroutine_parts.h"

namespace boost::cobalt {
template <typename T = void>
class [[nodiscard]] promise {
public:
  using promise_type = fake::PromiseOf<promise, T, std::suspend_never>;
  fake::Awaiter<T> operator co_await() const;
};
template <typename T = void>
class [[nodiscard]] task {
public:
  using promise_type = fake::PromiseOf<task, T, std::suspend_always>;
  fake::Awaiter<T> operator co_await() const;
};
class thread {
public:
  using promise_type = fake::PromiseOf<thread, void, std::suspend_always>;
};
template <typename T>
T run(task<T> work);
} // namespace boost::cobalt

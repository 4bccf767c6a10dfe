// Declarations in the shape of async_simple.
#pragma once

#include "libraries/coroutine_parts.h"

namespace async_simple {
template <typename T>
class Future {
public:
  T get();
  void wait();
  bool hasResult() const;
};
template <typename T>
class Try;
template <>
class Try<void> {
public:
  bool hasError() const;
};
namespace coro {
namespace detail {
template <typename T>
class LazyBase {
public:
  template <typename F>
  void start(F&& callback) {}
};
} // namespace detail
template <typename T = void>
class [[nodiscard]] Lazy : public detail::LazyBase<T> {
public:
  using promise_type = fake::PromiseOf<Lazy, T, std::suspend_always>;
  fake::Awaiter<T> operator co_await() const;
};
template <typename LazyType>
auto syncAwait(LazyType&& lazy) -> int;
fake::Awaiter<void> sleep(int milliseconds);
class Latch {
public:
  Lazy<void> wait();
};
} // namespace coro
} // namespace async_simple

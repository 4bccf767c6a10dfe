// Declarations in the shape of async_simple.
#pragma once

#include "libraries/anything.h"
#include "libraries/coroutine_parts.h"

#include <vector>

namespace async_simple {
class Executor {
public:
  virtual ~Executor();
};
namespace executors {
class SimpleExecutor : public Executor {
public:
  explicit SimpleExecutor(unsigned long threads);
};
} // namespace executors
template <typename T>
class Future {
public:
  Future<T> via(Executor* executor) &&;
  template <typename F>
  Future<T> thenValue(F&& function) && {
    return fake::Anything();
  }
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
  Lazy via(Executor* executor) &&;
  fake::Awaiter<T> operator co_await() const;
};
template <typename LazyType>
auto syncAwait(LazyType&& lazy) -> int;
fake::Awaiter<void> sleep(int milliseconds);
template <typename T>
fake::Awaiter<int> collectAll(std::vector<Lazy<T>>&& all);
class Latch {
public:
  Lazy<void> wait();
};
} // namespace coro
} // namespace async_simple

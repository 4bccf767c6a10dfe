// Declarations in the shape of Seastar.
#pragma once

#include "libraries/anything.h"
#include "libraries/coroutine_parts.h"

namespace seastar {
template <typename T = void>
class [[nodiscard]] future;
template <typename T>
class [[nodiscard]] future {
public:
  bool available() const;
  T get();
  void wait();
  template <typename F>
  future<> then(F function) {
    return fake::Anything();
  }
  fake::Awaiter<T> operator co_await() const;
};
template <typename F>
future<> async(F function) {
  return fake::Anything();
}
template <typename F>
future<> do_until(bool (*stop)(), F action) {
  return fake::Anything();
}
future<> sleep(int milliseconds);
class semaphore {
public:
  future<> wait(unsigned long units = 1);
};
} // namespace seastar
template <typename T, typename... Arguments>
struct std::coroutine_traits<seastar::future<T>, Arguments...> {
  using promise_type = fake::PromiseOf<seastar::future<T>, T, std::suspend_never>;
};

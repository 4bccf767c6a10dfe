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
  bool failed() const;
  void ignore_ready_future();
  T get();
  void wait();
  template <typename F>
  future<> then(F function) {
    return fake::Anything();
  }
  template <typename F>
  fake::Anything then_wrapped(F function) {
    return {};
  }
  template <typename F>
  future<T> finally(F function) {
    return fake::Anything();
  }
  template <typename F>
  future<T> handle_exception(F function) {
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
template <typename T, typename F>
future<> do_with(T&& value, F function) {
  return fake::Anything();
}
template <typename F>
future<> repeat(F function) {
  return fake::Anything();
}
template <typename Range, typename F>
future<> parallel_for_each(Range&& range, F function) {
  return fake::Anything();
}
template <typename T>
future<T> make_ready_future(T value);
class timer {
public:
  template <typename F>
  explicit timer(F function) {}
  timer();
  template <typename F>
  void set_callback(F function) {}
  void arm(int milliseconds);
};
class smp {
public:
  template <typename F>
  static future<> submit_to(unsigned shard, F function) {
    return fake::Anything();
  }
};
class thread {
public:
  template <typename F>
  explicit thread(F function) {}
  future<> join();
};
future<> sleep(int milliseconds);
template <typename T>
class promise {
public:
  future<T> get_future();
  void set_value(T value);
};
namespace internal {
template <bool check_preempt, typename T>
class [[nodiscard]] as_future_awaiter {
public:
  explicit as_future_awaiter(future<T>&& value);
  bool await_ready() const noexcept;
  void await_suspend(std::coroutine_handle<> caller) noexcept;
  future<T> await_resume();
};
} // namespace internal
namespace coroutine {
template <typename T = void>
class [[nodiscard]] as_future : public internal::as_future_awaiter<true, T> {
public:
  explicit as_future(future<T>&& value);
};
} // namespace coroutine
class semaphore {
public:
  future<> wait(unsigned long units = 1);
};
} // namespace seastar
template <typename T, typename... Arguments>
struct std::coroutine_traits<seastar::future<T>, Arguments...> {
  using promise_type = fake::PromiseOf<seastar::future<T>, T, std::suspend_never>;
};

// Declarations in the shape of KJ.
#pragma once

#include "libraries/anything.h"
#include "libraries/coroutine_parts.h"

namespace kj {
class WaitScope {};
template <typename T>
class [[nodiscard]] Promise {
public:
  T wait(WaitScope& scope);
  template <typename F>
  Promise<T> then(F function) {
    return fake::Anything();
  }
  template <typename F>
  void detach(F&& errorHandler) {}
  template <typename F, typename E>
  Promise<T> then(F function, E failed) {
    return fake::Anything();
  }
  template <typename E>
  Promise<T> catch_(E failed) {
    return fake::Anything();
  }
};
template <typename F>
Promise<void> evalLater(F function) {
  return fake::Anything();
}
template <typename T>
fake::Awaiter<T> operator co_await(Promise<T>&& promise);
template <typename T>
class MutexGuarded {
public:
  T* lockExclusive() const;
  const T& getWithoutLock() const;
};
class Thread {
public:
  explicit Thread(void (*function)());
  ~Thread();
};
class TaskSet {
public:
  class ErrorHandler {
  public:
    virtual void taskFailed(int exception) = 0;
  };
  explicit TaskSet(ErrorHandler& handler);
  void add(Promise<void>&& promise);
  Promise<void> onEmpty();
};
class Timer {
public:
  Promise<void> afterDelay(int milliseconds);
};
} // namespace kj
template <typename T, typename... Arguments>
struct std::coroutine_traits<kj::Promise<T>, Arguments...> {
  using promise_type = fake::PromiseOf<kj::Promise<T>, T, std::suspend_never>;
};

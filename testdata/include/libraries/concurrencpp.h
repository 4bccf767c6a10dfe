// Declarations in the shape of concurrencpp.
#pragma once

#include "libraries/anything.h"
#include "libraries/coroutine_parts.h"

#include <chrono>
#include <memory>

namespace concurrencpp {
template <typename T>
class result {
public:
  using promise_type = fake::PromiseOf<result, T, std::suspend_never>;
  fake::Awaiter<T> operator co_await() const;
  fake::Awaiter<T> resolve();
  T get();
  void wait();
  int wait_for(std::chrono::milliseconds time);
};
class executor {
public:
  template <typename F>
  void post(F function) {}
};
class thread_pool_executor : public executor {
public:
  template <typename F>
  result<void> submit(F function) {
    return fake::Anything();
  }
};
} // namespace concurrencpp

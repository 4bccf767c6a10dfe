// Declarations in the shape of concurrencpp.
#pragma once

#include "libraries/anything.h"
#include "libraries/coroutine_parts.h"

#include <chrono>
#include <iterator>
#include <memory>
#include <tuple>
#include <vector>

namespace concurrencpp {
enum class result_status { idle, value, exception };
template <typename T>
class result {
public:
  using promise_type = fake::PromiseOf<result, T, std::suspend_never>;
  result(result&& other) noexcept;
  ~result();
  fake::Awaiter<T> operator co_await() const;
  fake::Awaiter<result> resolve();
  T get();
  void wait();
  result_status status() const;
  int wait_for(std::chrono::milliseconds time);
};
struct null_result {
  using promise_type = fake::PromiseOf<null_result, void, std::suspend_never>;
};
template <typename T>
class lazy_result {
public:
  using promise_type = fake::PromiseOf<lazy_result, T, std::suspend_always>;
  fake::Awaiter<T> operator co_await() const;
};
template <typename... Results>
lazy_result<std::tuple<std::decay_t<Results>...>> when_all(Results&&... results);
template <std::input_iterator Iterator>
lazy_result<std::vector<result<int>>> when_all(Iterator begin, Iterator end);
template <typename T>
result<T> make_ready_result(T value);
class executor {
public:
  template <typename F>
  void post(F function) {}
};
class manual_executor : public executor {
public:
  bool loop_once();
};
class thread_pool_executor : public executor {
public:
  template <typename F>
  result<void> submit(F function) {
    return fake::Anything();
  }
};
} // namespace concurrencpp

// Declarations in the shape of stdexec.
#pragma once

#include "libraries/coroutine_parts.h"

namespace stdexec {
struct sync_wait_t {
  template <typename Sender>
  auto operator()(Sender&& sender) const -> int;
};
inline constexpr sync_wait_t sync_wait{};
class run_loop {
public:
  void run();
  void finish();
};
} // namespace stdexec
namespace experimental::execution {
namespace __task {
template <typename T>
class [[nodiscard]] basic_task {
public:
  using promise_type = fake::PromiseOf<basic_task, T, std::suspend_always>;
  fake::Awaiter<T> operator co_await() const;
};
} // namespace __task
template <typename T>
using task = __task::basic_task<T>;
} // namespace experimental::execution
namespace exec = experimental::execution;

// Declarations in the shape of libunifex.
#pragma once

#include "libraries/coroutine_parts.h"

namespace unifex {
namespace _task {
template <typename T, bool nothrow>
struct _task {
  class [[nodiscard]] type {
  public:
    using promise_type = fake::PromiseOf<type, T, std::suspend_always>;
    fake::Awaiter<T> operator co_await() const;
  };
};
} // namespace _task
template <typename T = void>
using task = typename _task::_task<T, false>::type;
namespace _sync_wait_cpo {
struct _fn {
  template <typename Sender>
  void operator()(Sender&& sender) const;
};
} // namespace _sync_wait_cpo
inline constexpr _sync_wait_cpo::_fn sync_wait{};
namespace linuxos {
class io_epoll_context {
public:
  template <typename StopToken>
  void run(StopToken token);
};
} // namespace linuxos
class async_manual_reset_event {
public:
  fake::Awaiter<void> async_wait();
};
} // namespace unifex

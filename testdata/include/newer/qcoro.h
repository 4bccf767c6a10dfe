// What later versions of QCoro than Debian's have.
#pragma once

#include <coroutine>

namespace QCoro {

template <typename T = void> class LazyTask {
public:
  struct promise_type {
    LazyTask get_return_object() { return {}; }
    std::suspend_always initial_suspend() noexcept { return {}; }
    std::suspend_always final_suspend() noexcept { return {}; }
    void unhandled_exception() {}
    void return_void() {}
  };
  bool await_ready() const noexcept { return false; }
  void await_suspend(std::coroutine_handle<>) {}
  void await_resume() {}
  template <typename Then>
  LazyTask<> then(Then&& function) { return {}; }
};

} // namespace QCoro

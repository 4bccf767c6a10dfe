// Declarations in the shape of C++/WinRT.
#pragma once

#include "libraries/coroutine_parts.h"

namespace winrt {
namespace impl {
template <typename D, typename T>
struct consume_Windows_Foundation_IAsyncOperation {
  T get() const;
};
} // namespace impl
namespace Windows::Foundation {
struct IAsyncAction {
  fake::Awaiter<void> operator co_await() const;
};
template <typename T>
struct IAsyncOperation : impl::consume_Windows_Foundation_IAsyncOperation<IAsyncOperation<T>, T> {
  fake::Awaiter<T> operator co_await() const;
};
} // namespace Windows::Foundation
namespace Windows::System {
struct DispatcherQueue {
  template <typename F>
  bool TryEnqueue(F const& callback) const {
    return true;
  }
};
namespace Threading {
struct ThreadPool {
  template <typename F>
  static Foundation::IAsyncAction RunAsync(F const& handler) {
    return {};
  }
};
} // namespace Threading
} // namespace Windows::System
struct fire_and_forget {};
fake::Awaiter<void> resume_background();
fake::Awaiter<void> resume_after(int milliseconds);
} // namespace winrt
template <typename... Arguments>
struct std::coroutine_traits<winrt::Windows::Foundation::IAsyncAction, Arguments...> {
  using promise_type = fake::PromiseOf<winrt::Windows::Foundation::IAsyncAction, void, std::suspend_never>;
};
template <typename... Arguments>
struct std::coroutine_traits<winrt::fire_and_forget, Arguments...> {
  using promise_type = fake::PromiseOf<winrt::fire_and_forget, void, std::suspend_never>;
};

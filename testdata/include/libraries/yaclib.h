// Declarations in the shape of YACLib.
#pragma once

#include "libraries/anything.h"
#include "libraries/coroutine_parts.h"

namespace yaclib {
class IExecutor {
public:
  virtual ~IExecutor();
};
class FairThreadPool : public IExecutor {};
template <typename V>
class FutureBase {
public:
  V Get() &&;
  bool Ready() const;
};
template <typename V>
class [[nodiscard]] Future : public FutureBase<V> {
public:
  using promise_type = fake::PromiseOf<Future, V, std::suspend_never>;
  fake::Awaiter<V> operator co_await() const;
};
template <typename F>
Future<void> Run(IExecutor& executor, F&& function) {
  return fake::Anything();
}
template <typename... Waited>
void Wait(Waited&... futures);
fake::Awaiter<void> On(IExecutor& executor);
class WaitGroup {
public:
  template <typename... Waited>
  void Attach(Waited&... futures);
  fake::Awaiter<void> AwaitOn(IExecutor& executor);
};
} // namespace yaclib

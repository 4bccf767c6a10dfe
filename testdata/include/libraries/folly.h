// Declarations in the shape of Folly.
#pragma once

#include "libraries/coroutine_parts.h"

#include <chrono>

namespace folly {
class Executor {
public:
  template <typename T = Executor>
  class KeepAlive {
  public:
    KeepAlive(T* executor);
    template <typename Other>
    KeepAlive(KeepAlive<Other>&& other);
    T* get() const;
  };

  virtual ~Executor();
  virtual void add(void (*function)()) = 0;
};
class CPUThreadPoolExecutor : public Executor {
public:
  void add(void (*function)()) override;
};
class EventBase : public Executor {
public:
  void add(void (*function)()) override;
  bool loop();
  bool loopOnce(int flags = 0);
  void loopForever();
  void runInEventBaseThread(void (*function)()) noexcept;
};
template <typename T>
Executor::KeepAlive<T> getKeepAliveToken(T& executor);
Executor::KeepAlive<> getGlobalCPUExecutor();
Executor::KeepAlive<> getGlobalIOExecutor();
class SharedMutexImpl {
public:
  void lock();
  bool try_lock();
  void unlock();
};
template <typename Synchronized, typename Policy>
class LockedPtr {
public:
  ~LockedPtr();
  void unlock();
  auto* operator->() { return &value_; }

private:
  typename Synchronized::DataType value_;
};
struct LockPolicyExclusive {};
template <typename T>
class Synchronized {
public:
  using DataType = T;
  LockedPtr<Synchronized, LockPolicyExclusive> wlock();
  LockedPtr<Synchronized, LockPolicyExclusive> lock();
};
class Baton {
public:
  void wait();
  void post();
  bool ready() const;
};
template <typename T>
class SemiFuture {
public:
  T get() &&;
  T value() &&;
  bool isReady() const;
};
template <typename T>
class Expected {
public:
  using promise_type = fake::PromiseOf<Expected, T, std::suspend_never>;
  fake::Awaiter<T> operator co_await() const;
};
class File {
public:
  File();
  explicit File(int descriptor);
  explicit File(const char* name, int flags = 0);
};
bool writeFile(const char* data, const char* name);
int poll_dummy();
namespace netops {
int poll(void* descriptors, unsigned long count, int timeout);
} // namespace netops
namespace coro {
template <typename T = void>
class [[nodiscard]] Task {
public:
  using promise_type = fake::PromiseOf<Task, T, std::suspend_always>;
  fake::Awaiter<T> operator co_await() const;
};
fake::Awaiter<void> sleep(std::chrono::milliseconds time);
struct blocking_wait_fn {
  template <typename Awaitable>
  void operator()(Awaitable&& awaitable) const;
};
inline constexpr blocking_wait_fn blockingWait{};
class Baton {
public:
  fake::Awaiter<void> operator co_await() const;
  void post();
};
template <typename T>
class [[nodiscard]] TaskWithExecutor {
public:
  SemiFuture<T> start() &&;
  fake::Awaiter<T> operator co_await() const;
};
template <typename T>
TaskWithExecutor<T> co_withExecutor(Executor::KeepAlive<> executor, Task<T> task);
} // namespace coro
} // namespace folly

// Declarations in the shape of Boost.Thread.
#pragma once

namespace boost {
namespace chrono {
template <typename Rep>
struct duration {
  explicit constexpr duration(Rep count) : count(count) {}
  Rep count;
};
using milliseconds = duration<long long>;
} // namespace chrono
namespace this_thread {
void sleep_for(const chrono::milliseconds& time);
}
class thread {
public:
  template <typename F>
  explicit thread(F function) {}
  ~thread();
  void join();
  bool try_join_for(const chrono::milliseconds& time);
  void detach();
};
class mutex {
public:
  void lock();
  bool try_lock();
  void unlock();
};
struct defer_lock_t {};
struct try_to_lock_t {};
struct adopt_lock_t {};
inline constexpr try_to_lock_t try_to_lock{};
inline constexpr defer_lock_t defer_lock{};
template <typename Mutex>
class lock_guard {
public:
  explicit lock_guard(Mutex& mutex);
  ~lock_guard();
};
template <typename Mutex>
class unique_lock {
public:
  unique_lock();
  explicit unique_lock(Mutex& mutex);
  unique_lock(Mutex& mutex, defer_lock_t tag);
  unique_lock(Mutex& mutex, try_to_lock_t tag);
  ~unique_lock();
  void lock();
  void unlock();
};
class condition_variable {
public:
  void wait(unique_lock<mutex>& lock);
  void notify_one();
};
namespace detail {
template <typename R>
class basic_future {
public:
  void wait() const;
  bool is_ready() const;
};
} // namespace detail
template <typename R>
class future : public detail::basic_future<R> {
public:
  R get();
};
} // namespace boost

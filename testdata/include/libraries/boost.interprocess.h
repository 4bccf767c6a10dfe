// Declarations in the shape of Boost.Interprocess.
#pragma once

namespace boost::interprocess {
struct try_to_lock_type {};
inline constexpr try_to_lock_type try_to_lock{};
class named_mutex {
public:
  void lock();
  bool try_lock();
  void unlock();
};
template <typename Mutex>
class scoped_lock {
public:
  scoped_lock();
  explicit scoped_lock(Mutex& mutex);
  scoped_lock(Mutex& mutex, try_to_lock_type tag);
  ~scoped_lock();
};
template <typename Pointer>
class message_queue_t {
public:
  void receive(void* buffer, unsigned long size, unsigned long& received, unsigned int& priority);
  bool try_receive(void* buffer, unsigned long size, unsigned long& received, unsigned int& priority);
};
using message_queue = message_queue_t<void*>;
} // namespace boost::interprocess

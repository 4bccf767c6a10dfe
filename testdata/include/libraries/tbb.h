// Declarations in the shape of oneTBB.
#pragma once

namespace tbb::detail {
namespace d1 {
class spin_rw_mutex {
public:
  void lock();
  bool try_lock();
  void unlock();
};
class task_group_base {
public:
  int wait();
};
class task_group : public task_group_base {
public:
  template <typename F>
  void run(F&& function) {}
};
template <typename Index, typename F>
void parallel_for(Index first, Index last, const F& function) {}
} // namespace d1
namespace d2 {
template <typename T>
class concurrent_bounded_queue {
public:
  void pop(T& value);
  bool try_pop(T& value);
};
} // namespace d2
} // namespace tbb::detail
namespace tbb {
inline namespace v1 {
using detail::d1::parallel_for;
using detail::d1::spin_rw_mutex;
using detail::d1::task_group;
using detail::d2::concurrent_bounded_queue;
} // namespace v1
} // namespace tbb

// Declarations in the shape of BS::thread_pool.
#pragma once

#include "libraries/anything.h"

#include <future>

namespace BS {
class thread_pool {
public:
  template <typename F>
  std::future<void> submit_task(F&& task) {
    return fake::Anything();
  }
  template <typename F>
  void detach_task(F&& task) {}
  void wait();
  unsigned long get_tasks_queued() const;
};
} // namespace BS

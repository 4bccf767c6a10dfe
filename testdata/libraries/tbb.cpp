#include "fake/task.h"
#include "libraries/tbb.h"

#include <unistd.h>

using fake::Task;

Task<> waits(tbb::task_group& group) {
  group.run([] { usleep(10); });                                     // ok: blocking-sleep   on a worker
  group.wait();                                                      // want: blocking-wait
  co_return;
}
Task<> pops(tbb::concurrent_bounded_queue<int>& queue, int& value) {
  queue.pop(value);                                                  // want: blocking-wait
  queue.try_pop(value);                                              // ok: blocking-wait   only tries
  co_return;
}
Task<> loops() { tbb::parallel_for(0, 10, [](int) {}); co_return; }  // want: blocking-wait
Task<> locks(tbb::spin_rw_mutex& mutex) { mutex.lock(); co_return; } // want: blocking-lock

#include "fake/task.h"
#include "libraries/bs-thread-pool.h"

#include <unistd.h>

using fake::Task;

Task<> waits(BS::thread_pool& pool) {
  pool.detach_task([] { usleep(10); }); // ok: blocking-sleep   on a worker
  pool.wait();                          // want: blocking-wait
  pool.get_tasks_queued();              // ok: blocking-wait   only asks
  co_return;
}

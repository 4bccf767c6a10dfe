#include "fake/task.h"
#include "libraries/progschj-threadpool.h"

#include <unistd.h>

using fake::Task;

Task<> waits(ThreadPool& pool) {
  auto done = pool.enqueue([] { usleep(10); }); // ok: blocking-sleep   on a worker
  done.wait();                                  // want: blocking-wait
  co_return;
}

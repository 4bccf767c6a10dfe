#include "fake/task.h"
#include "libraries/taskflow.h"

#include <unistd.h>

using fake::Task;

Task<> waits(tf::Executor& executor) { executor.wait_for_all(); co_return; } // want: blocking-wait
Task<> starts(tf::Executor& executor) {
  executor.silent_async([] { usleep(10); });                                 // ok: blocking-sleep   on a worker
  co_return;
}

#include "fake/task.h"
#include "libraries/libdispatch.h"

#include <unistd.h>

using fake::Task;

void work(void*) { usleep(10); } // ok: blocking-sleep   on a queue

Task<> starts(dispatch_queue_t queue) {
  dispatch_async_f(queue, nullptr, work);
  co_return;
}
Task<> waits(dispatch_semaphore_t semaphore) {
  dispatch_semaphore_wait(semaphore, DISPATCH_TIME_FOREVER); // want: blocking-wait
  dispatch_semaphore_wait(semaphore, DISPATCH_TIME_NOW);     // ok: blocking-wait   only tries
  co_return;
}

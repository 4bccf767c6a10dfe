#include "fake/task.h"
#include "libraries/moodycamel.h"

using fake::Task;

Task<> takes(moodycamel::BlockingConcurrentQueue<int>& queue, int& item) {
  queue.wait_dequeue(item);             // want: blocking-wait
  queue.wait_dequeue_timed(item, 1000); // want: blocking-wait
  queue.wait_dequeue_timed(item, 0);    // ok: blocking-wait   returns at once
  queue.try_dequeue(item);              // ok: blocking-wait   only tries
  queue.enqueue(1);                     // ok: blocking-wait   never full
  co_return;
}

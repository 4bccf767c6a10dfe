#include "fake/task.h"
#include "libraries/liburing.h"

using fake::Task;

Task<> waits(io_uring* ring, io_uring_cqe** result) {
  io_uring_wait_cqe(ring, result);   // want: blocking-wait
  io_uring_peek_cqe(ring, result);   // ok: blocking-wait   only looks
  io_uring_submit_and_wait(ring, 1); // want: blocking-wait
  io_uring_submit_and_wait(ring, 0); // ok: blocking-wait   only submits
  co_return;
}

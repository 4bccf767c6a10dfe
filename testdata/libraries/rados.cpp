#include "fake/task.h"
#include "libraries/rados.h"

using fake::Task;

Task<> reads(rados_ioctx_t pool, rados_completion_t done, char* buffer) {
  rados_read(pool, "a", buffer, 1, 0);           // want: blocking-database
  rados_aio_read(pool, "a", done, buffer, 1, 0); // ok: blocking-database   only submits
  rados_aio_wait_for_complete(done);             // want: blocking-database
  co_return;
}

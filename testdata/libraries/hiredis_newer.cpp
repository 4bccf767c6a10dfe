#include "fake/task.h"
#include "newer/hiredis.h"

fake::Task<> connections(const redisOptions* options) {
  redisConnectWithOptions(options);      // want: blocking-database warning
  redisAsyncConnectWithOptions(options); // ok: blocking-database
  co_return;
}

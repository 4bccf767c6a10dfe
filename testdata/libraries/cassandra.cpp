#include "fake/task.h"
#include "libraries/cassandra.h"

using fake::Task;

Task<> executes(CassSession* session, const CassStatement* statement) {
  CassFuture* future = cass_session_execute(session, statement); // ok: blocking-database   returns a future
  cass_future_ready(future);                                     // ok: blocking-database   only asks
  cass_future_wait(future);                                      // want: blocking-database
  co_return;
}

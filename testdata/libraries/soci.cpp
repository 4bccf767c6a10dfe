#include "fake/task.h"
#include "libraries/soci.h"

using fake::Task;

Task<> opens() {
  soci::session closed;                                                         // ok: blocking-database   not connected yet
  soci::session session("sqlite3://a.db");                                      // want: blocking-database
  co_return;
}
Task<> commits(soci::session& session) { session.commit(); co_return; }         // want: blocking-database
Task<> runs(soci::session& session) { session << "delete from a"; co_return; }  // want: blocking-database
Task<> executes(soci::statement& statement) { statement.execute(); co_return; } // want: blocking-database
Task<> leases(soci::connection_pool& pool) {
  unsigned long position = pool.lease();                                        // want: blocking-database
  pool.try_lease(position, 0);                                                  // ok: blocking-database   only tries
  co_return;
}

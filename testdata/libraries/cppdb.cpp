#include "fake/task.h"
#include "libraries/cppdb.h"

using fake::Task;

Task<> connects() {
  cppdb::session closed;                                                          // ok: blocking-database   not connected yet
  cppdb::session session("sqlite3:db=a");                                         // want: blocking-database
  co_return;
}
Task<> runs(cppdb::statement& statement) { statement.bind(1).exec(); co_return; } // want: blocking-database

#include "fake/task.h"
#include "libraries/nanodbc.h"

using fake::Task;

Task<> connects() {
  nanodbc::connection closed;                                                                  // ok: blocking-database   not connected yet
  nanodbc::connection database("DSN=a");                                                       // want: blocking-database
  co_return;
}
Task<> executes(nanodbc::connection& database) { nanodbc::execute(database, "a"); co_return; } // want: blocking-database
Task<bool> fetches(nanodbc::result& rows) { co_return rows.next(); }                           // want: blocking-database
Task<short> asks(nanodbc::result& rows) { co_return rows.columns(); }                          // ok: blocking-database   known

#include "fake/task.h"
#include "libraries/mysql-connector-cpp-xdevapi.h"

using fake::Task;

Task<> connects() { mysqlx::Session session("mysqlx://a"); co_return; }   // want: blocking-database
Task<> commits(mysqlx::Session& session) { session.commit(); co_return; } // want: blocking-database
Task<> selects(mysqlx::TableSelect& select) {
  select.where("a > 1");                                                  // ok: blocking-database   only prepares
  select.execute();                                                       // want: blocking-database
  co_return;
}

#include "fake/task.h"
#include "libraries/sqlpp11.h"

using fake::Task;

struct Select {};

Task<int> calls(sqlpp::sqlite3::connection& database, const Select& select) {
  co_return database(select);                                                               // want: blocking-database
}
Task<> executes(sqlpp::sqlite3::connection& database) { database.execute("a"); co_return; } // want: blocking-database
Task<bool> asks(sqlpp::sqlite3::connection& database) {
  co_return database.is_transaction_active();                                               // ok: blocking-database   known
}

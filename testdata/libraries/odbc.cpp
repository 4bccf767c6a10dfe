#include "fake/task.h"
#include "libraries/odbc.h"

using fake::Task;

Task<> executes(SQLHSTMT statement, int* value) {
  SQLExecute(statement);                          // want: blocking-database
  SQLBindCol(statement, 1, 4, value, 4, nullptr); // ok: blocking-database   only prepares
  SQLFetch(statement);                            // want: blocking-database
  co_return;
}

#include "fake/task.h"
#include "libraries/sqlitecpp.h"

using fake::Task;

Task<> opens() { SQLite::Database database("a.db"); co_return; }                  // want: blocking-database
Task<int> runs(SQLite::Database& database) { co_return database.exec("vacuum"); } // want: blocking-database
Task<> steps(SQLite::Statement& statement) {
  statement.bind(1, 2);                                                           // ok: blocking-database   only prepares
  statement.executeStep();                                                        // want: blocking-database
  co_return;
}

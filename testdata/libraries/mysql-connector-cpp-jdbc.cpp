#include "fake/task.h"
#include "libraries/mysql-connector-cpp-jdbc.h"

using fake::Task;

Task<> queries(sql::Statement& statement) { statement.executeQuery("select 1"); co_return; } // want: blocking-database
Task<> connects(sql::Driver& driver) { driver.connect("a", "b", "c"); co_return; }           // want: blocking-database
Task<> commits(sql::Connection& connection) { connection.commit(); co_return; }              // want: blocking-database
Task<int> reads(sql::ResultSet& rows) { co_return rows.getInt(1); }                          // ok: blocking-database   the row is there

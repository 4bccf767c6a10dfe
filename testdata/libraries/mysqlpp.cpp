#include "fake/task.h"
#include "libraries/mysqlpp.h"

using fake::Task;

Task<> stores(mysqlpp::Query& query) { query.store(); co_return; }                       // want: blocking-database
Task<> resets(mysqlpp::Query& query) { query.reset(); co_return; }                       // ok: blocking-database   only prepares
Task<> connects(mysqlpp::Connection& connection) { connection.connect("a"); co_return; } // want: blocking-database

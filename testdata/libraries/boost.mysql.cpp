#include "fake/task.h"
#include "libraries/boost.mysql.h"

using fake::Task;

Task<> executes(boost::mysql::any_connection& database, boost::mysql::results& result) {
  database.execute("select 1", result);              // want: blocking-database
  database.async_execute("select 1", result, [] {}); // ok: blocking-database   with a handler
  database.uses_ssl();                               // ok: blocking-database   known
  co_return;
}

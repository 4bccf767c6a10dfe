#include "fake/task.h"
#include "libraries/firebird.h"

using fake::Task;

Task<> fetches(ISC_STATUS* status, isc_stmt_handle* statement) {
  isc_dsql_fetch(status, statement, 1, nullptr); // want: blocking-database
  isc_vax_integer("a", 1);                       // ok: blocking-database   only converts
  co_return;
}

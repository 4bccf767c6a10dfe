#include "fake/task.h"
#include "libraries/freetds.h"

using fake::Task;

Task<> runs(DBPROCESS* process) {
  dbcmd(process, "select 1"); // ok: blocking-database   only prepares
  dbsqlexec(process);         // want: blocking-database
  co_return;
}

#include "fake/task.h"
#include "libraries/clickhouse-cpp.h"

using fake::Task;

Task<> connects(const clickhouse::ClientOptions& options) { clickhouse::Client client(options); co_return; } // want: blocking-database
Task<> executes(clickhouse::Client& client) { client.Execute("a"); co_return; }          // want: blocking-database
Task<> prepares(clickhouse::ClientOptions& options) { options.SetHost("a"); co_return; } // ok: blocking-database   only prepares

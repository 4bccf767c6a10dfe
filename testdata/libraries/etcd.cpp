#include "fake/task.h"
#include "libraries/etcd.h"

using fake::Task;

Task<> gets(etcd::SyncClient& client) { client.get("a"); co_return; } // want: blocking-database
Task<> later(etcd::Client& client) { client.get("a"); co_return; }    // ok: blocking-database   returns a task

#include "fake/task.h"
#include "libraries/fbthrift.h"

using fake::Task;

Task<int> calls(CalculatorAsyncClient& client) { co_return client.sync_add(1, 2); }       // want: blocking-rpc
Task<int> later(CalculatorAsyncClient& client) { co_return client.semifuture_add(1, 2); } // ok: blocking-rpc   returns a future

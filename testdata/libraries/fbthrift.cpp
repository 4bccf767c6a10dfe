// no findings
#include "fake/task.h"
#include "libraries/fbthrift.h"

using fake::Task;

Task<int> calls(CalculatorAsyncClient& client) { co_return client.sync_add(1, 2); }       // missed: blocking-rpc   generated names need a matcher, and none is run yet
Task<int> later(CalculatorAsyncClient& client) { co_return client.semifuture_add(1, 2); } // ok: blocking-rpc   returns a future

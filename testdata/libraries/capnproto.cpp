#include "fake/task.h"
#include "libraries/capnproto.h"

using fake::Task;

Task<> waits(capnp::EzRpcClient& client) { client.getWaitScope(); co_return; } // want: nested-event-loop
Task<int> asks(capnp::EzRpcClient& client) { co_return client.getMain(); }     // ok: nested-event-loop   returns a promise

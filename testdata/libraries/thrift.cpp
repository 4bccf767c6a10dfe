#include "fake/task.h"
#include "libraries/thrift.h"

using fake::Task;

Task<> opens(apache::thrift::transport::TSocket& socket) { socket.open(); co_return; }     // want: blocking-rpc
Task<bool> asks(apache::thrift::transport::TSocket& socket) { co_return socket.isOpen(); } // ok: blocking-rpc   only asks
Task<> serves(apache::thrift::server::TServer& server) { server.serve(); co_return; }      // want: nested-event-loop
Task<int> calls(CalculatorClient& client) { co_return client.add(1, 2); }                  // want: blocking-rpc

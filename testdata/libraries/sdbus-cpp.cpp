#include "fake/task.h"
#include "libraries/sdbus-cpp.h"

using fake::Task;

Task<> calls(sdbus::IProxy& proxy, const sdbus::MethodCall& call) {
  proxy.callMethod(call);                            // want: blocking-rpc
  proxy.callMethod(call, [](sdbus::MethodReply) {}); // ok: blocking-rpc   with a handler
  co_return;
}
Task<> short_form(sdbus::IProxy& proxy) {
  proxy.callMethod("Ping").onInterface("a.b");       // want: blocking-rpc
  co_return;
}
Task<> enters(sdbus::IConnection& connection) {
  connection.enterEventLoop();                       // want: nested-event-loop
  connection.enterEventLoopAsync();                  // ok: nested-event-loop   a thread of its own
  co_return;
}

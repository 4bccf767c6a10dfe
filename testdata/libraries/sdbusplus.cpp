#include "fake/task.h"
#include "libraries/sdbusplus.h"

using fake::Task;

Task<> calls(sdbusplus::bus_t& bus) {
  sdbusplus::message_t message = bus.new_method_call("a", "b", "c", "d");               // ok: blocking-rpc   only prepares
  bus.call(message, 1000);                                                              // want: blocking-rpc
  co_return;
}
Task<> runs(sdbusplus::async::context& context) { context.run(); co_return; }           // want: nested-event-loop
Task<> stops(sdbusplus::async::context& context) { context.request_stop(); co_return; } // ok: nested-event-loop   only tells it

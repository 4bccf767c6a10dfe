#include "fake/task.h"
#include "libraries/sd-bus.h"

using fake::Task;

Task<> calls(sd_bus* bus, sd_bus_message* message, sd_bus_message** reply) {
  sd_bus_call(bus, message, 0, nullptr, reply);                  // want: blocking-rpc
  sd_bus_call_async(bus, nullptr, message, nullptr, nullptr, 0); // ok: blocking-rpc   with a callback
  sd_bus_wait(bus, 1000);                                        // want: blocking-rpc
  sd_bus_wait(bus, 0);                                           // ok: blocking-rpc   returns at once
  co_return;
}
Task<> runs(sd_event* event) {
  sd_event_loop(event);                                          // want: nested-event-loop
  sd_event_run(event, 0);                                        // ok: nested-event-loop   returns at once
  co_return;
}

sd_bus* the_bus;
int on_defer(sd_event_source*, void*) { return sd_bus_wait(the_bus, 1000); } // want: blocking-rpc
void start(sd_event* event) { sd_event_add_defer(event, nullptr, on_defer, nullptr); }

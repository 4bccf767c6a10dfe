// Declarations in the shape of sd-bus and sd-event.
#pragma once

extern "C" {
struct sd_bus;
struct sd_bus_message;
struct sd_event;
struct sd_event_source;
int sd_bus_call(sd_bus* bus, sd_bus_message* message, unsigned long timeout, void* error,
                sd_bus_message** reply);
int sd_bus_call_async(sd_bus* bus, void** slot, sd_bus_message* message,
                      int (*callback)(sd_bus_message*, void*, void*), void* data, unsigned long timeout);
int sd_bus_wait(sd_bus* bus, unsigned long timeout);
int sd_event_loop(sd_event* event);
int sd_event_run(sd_event* event, unsigned long timeout);
int sd_event_add_defer(sd_event* event, sd_event_source** source, int (*callback)(sd_event_source*, void*),
                       void* data);
}

// Declarations in the shape of libevent.
#pragma once

extern "C" {
struct event_base;
struct event;
#define EVLOOP_ONCE 0x01
#define EVLOOP_NONBLOCK 0x02
typedef void (*event_callback_fn)(int, short, void*);
int event_base_dispatch(event_base* base);
int event_base_loop(event_base* base, int flags);
event* event_new(event_base* base, int descriptor, short events, event_callback_fn callback, void* data);
}

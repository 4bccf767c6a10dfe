// Declarations in the shape of libevent.
#pragma once

extern "C" {
struct event_base;
struct event;
#define EVLOOP_ONCE 0x01
#define EVLOOP_NONBLOCK 0x02
struct bufferevent;
struct evhttp;
struct evhttp_request;
struct evconnlistener;
typedef void (*event_callback_fn)(int, short, void*);
typedef void (*bufferevent_data_cb)(bufferevent* buffer, void* data);
typedef void (*bufferevent_event_cb)(bufferevent* buffer, short events, void* data);
typedef void (*evhttp_cb)(evhttp_request* request, void* data);
typedef void (*evconnlistener_cb)(evconnlistener* listener, int descriptor, void* address, int length, void* data);
int event_base_dispatch(event_base* base);
int event_base_loop(event_base* base, int flags);
void bufferevent_setcb(bufferevent* buffer, bufferevent_data_cb read, bufferevent_data_cb write, bufferevent_event_cb event,
                       void* data);
int evhttp_set_cb(evhttp* server, const char* path, evhttp_cb callback, void* data);
void evhttp_set_gencb(evhttp* server, evhttp_cb callback, void* data);
evconnlistener* evconnlistener_new(event_base* base, evconnlistener_cb callback, void* data, unsigned flags, int backlog,
                                   int descriptor);
int event_base_once(event_base* base, int descriptor, short events, event_callback_fn callback, void* data,
                    const void* timeout);
event* event_new(event_base* base, int descriptor, short events, event_callback_fn callback, void* data);
}

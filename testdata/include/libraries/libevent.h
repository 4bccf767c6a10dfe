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
void event_set(event* event, int descriptor, short events, event_callback_fn callback, void* data);
#define evtimer_set(ev, cb, arg) event_set((ev), -1, 0, (cb), (arg))
#define evsignal_set(ev, x, cb, arg) event_set((ev), (x), 0x08, (cb), (arg))
int event_assign(event* event, event_base* base, int descriptor, short events, event_callback_fn callback, void* data);
#define evtimer_assign(ev, b, cb, arg) event_assign((ev), (b), -1, 0, (cb), (arg))
int event_base_set(event_base* base, event* event);
int event_add(event* event, const void* timeout);
int event_once(int descriptor, short events, event_callback_fn callback, void* data, const void* timeout);
bufferevent* bufferevent_new(int descriptor, bufferevent_data_cb read, bufferevent_data_cb write, bufferevent_event_cb error,
                             void* data);
struct evhttp_connection;
struct evdns_base;
enum evhttp_request_error { EVREQ_HTTP_TIMEOUT };
void evhttp_set_bevcb(evhttp* server, bufferevent* (*callback)(event_base*, void*), void* data);
void evhttp_connection_set_closecb(evhttp_connection* connection, void (*callback)(evhttp_connection*, void*), void* data);
void evhttp_request_set_chunked_cb(evhttp_request* request, void (*callback)(evhttp_request*, void*));
void evhttp_request_set_header_cb(evhttp_request* request, int (*callback)(evhttp_request*, void*));
void evhttp_request_set_error_cb(evhttp_request* request, void (*callback)(evhttp_request_error, void*));
void evhttp_request_set_on_complete_cb(evhttp_request* request, void (*callback)(evhttp_request*, void*), void* data);
typedef void (*evconnlistener_errorcb)(evconnlistener*, void*);
void evconnlistener_set_cb(evconnlistener* listener, evconnlistener_cb callback, void* data);
void evconnlistener_set_error_cb(evconnlistener* listener, evconnlistener_errorcb callback);
typedef void (*evdns_callback_type)(int result, char type, int count, int ttl, void* addresses, void* data);
void* evdns_base_resolve_ipv4(evdns_base* base, const char* name, int flags, evdns_callback_type callback, void* data);
int bufferevent_socket_connect_hostname(bufferevent* buffer, evdns_base* base, int family, const char* name, int port);
int evutil_getaddrinfo(const char* node, const char* service, const void* hints, void** result);
}

#include "fake/task.h"
#include "libraries/libevent.h"

#include <unistd.h>

using fake::Task;

Task<> runs(event_base* base) {
  event_base_dispatch(base);                     // want: nested-event-loop
  event_base_loop(base, EVLOOP_ONCE);            // want: nested-event-loop
  event_base_loop(base, EVLOOP_NONBLOCK);        // ok: nested-event-loop   does not wait
  co_return;
}
void on_event(int, short, void*) { usleep(10); } // want: blocking-sleep
void start(event_base* base) { event_new(base, 1, 2, on_event, nullptr); }

void on_read(bufferevent*, void*) { usleep(10); }               // want: blocking-sleep
void on_write(bufferevent*, void*) {}
void on_end(bufferevent*, short, void*) { usleep(10); }         // want: blocking-sleep
void on_request(evhttp_request*, void*) { usleep(10); }         // want: blocking-sleep
void on_other_request(evhttp_request*, void*) {}
void on_client(evconnlistener*, int, void*, int, void*) { usleep(10); } // want: blocking-sleep
void on_nothing(int, short, void*) { usleep(10); }              // ok: blocking-sleep   nobody hands it to a loop

void serve(event_base* base, bufferevent* buffer, evhttp* server) {
  bufferevent_setcb(buffer, on_read, on_write, on_end, nullptr);
  evhttp_set_cb(server, "/", on_request, nullptr);
  evhttp_set_gencb(server, on_other_request, nullptr);
  evconnlistener_new(base, on_client, nullptr, 0, 16, 3);
  event_base_once(base, 3, 1, [](int, short, void*) { usleep(10); }, nullptr, nullptr); // want: blocking-sleep
  event_base_once(base, 3, 1, [](int, short, void*) {}, nullptr, nullptr);              // ok: blocking-sleep
}

// ---- events whose memory is the program's, with the names of libevent 1 and 2

void on_legacy(int, short, void*) { usleep(10); }               // want: blocking-sleep
void on_once(int, short, void*) { usleep(10); }                 // want: blocking-sleep
void on_tick(int, short, void*) { usleep(10); }                 // want: blocking-sleep
void on_signal(int, short, void*) { usleep(10); }               // want: blocking-sleep
void on_assigned(int, short, void*) { usleep(10); }             // want: blocking-sleep
void on_assigned_timer(int, short, void*) { usleep(10); }       // want: blocking-sleep
void on_never(int, short, void*) { usleep(10); }                // ok: blocking-sleep   only compared
struct Watcher {
  event* readable;
  event* timer;
  // What a pointer to a class holds is handed over by a static method, which finds the object again.
  static void dispatch(int, short, void* self) { static_cast<Watcher*>(self)->handle(); } // want: blocking-sleep via Watcher::handle, usleep
  void handle() { usleep(10); }
  void arm(event_base* base) {
    event_set(readable, 4, 2, &Watcher::dispatch, this);
    event_base_set(base, readable);
    event_add(readable, nullptr);
  }
};

bool arm(event_base* base, event* one, event* two, event_callback_fn chosen) {
  event_set(one, 4, 2, on_legacy, nullptr);
  evtimer_set(two, on_tick, nullptr);
  evsignal_set(two, 15, on_signal, nullptr);
  event_assign(one, base, 4, 2, on_assigned, nullptr);
  evtimer_assign(two, base, on_assigned_timer, nullptr);
  event_once(4, 1, on_once, nullptr, nullptr);
  event_add(one, nullptr);
  return chosen == on_never;
}

// ---- the other callbacks of buffers, servers, requests and names

void on_error(bufferevent*, short, void*) { usleep(10); }       // want: blocking-sleep
bufferevent* on_accept(event_base*, void*) {
  usleep(10);                                                   // want: blocking-sleep
  return nullptr;
}
void on_close(evhttp_connection*, void*) { usleep(10); }        // want: blocking-sleep
void on_chunk(evhttp_request*, void*) { usleep(10); }           // want: blocking-sleep
int on_header(evhttp_request*, void*) { return usleep(10); }    // want: blocking-sleep
void on_failure(evhttp_request_error, void*) { usleep(10); }    // want: blocking-sleep
void on_complete(evhttp_request*, void*) { usleep(10); }        // want: blocking-sleep
void on_listener(evconnlistener*, int, void*, int, void*) { usleep(10); } // want: blocking-sleep
void on_listener_error(evconnlistener*, void*) { usleep(10); }  // want: blocking-sleep
void on_address(int, char, int, int, void*, void*) { usleep(10); } // want: blocking-sleep

void listen(bufferevent* made, evhttp* server, evhttp_connection* connection, evhttp_request* request, evconnlistener* listener,
            evdns_base* names, event* other) {
  made = bufferevent_new(3, on_read, on_write, on_error, nullptr);
  evhttp_set_bevcb(server, on_accept, nullptr);
  evhttp_connection_set_closecb(connection, on_close, nullptr);
  evhttp_request_set_chunked_cb(request, on_chunk);
  evhttp_request_set_header_cb(request, on_header);
  evhttp_request_set_error_cb(request, on_failure);
  evhttp_request_set_on_complete_cb(request, on_complete, nullptr);
  evconnlistener_set_cb(listener, on_listener, nullptr);
  evconnlistener_set_error_cb(listener, on_listener_error);
  evdns_base_resolve_ipv4(names, "host", 0, on_address, nullptr);
  evtimer_set(other, [](int, short, void*) { usleep(10); }, nullptr); // want: blocking-sleep
}

Task<> names(bufferevent* buffer, evdns_base* base, void** result) {
  bufferevent_socket_connect_hostname(buffer, nullptr, 0, "host", 80); // want: blocking-dns
  bufferevent_socket_connect_hostname(buffer, base, 0, "host", 80);    // ok: blocking-dns
  evutil_getaddrinfo("host", "80", nullptr, result);                   // want: blocking-dns
  co_return;
}

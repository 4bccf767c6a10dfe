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

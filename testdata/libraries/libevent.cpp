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

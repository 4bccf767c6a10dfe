#include "fake/task.h"
#include "libraries/libev.h"

#include <unistd.h>

using fake::Task;

Task<> runs(struct ev_loop* loop) {
  ev_run(loop, 0);                                            // want: nested-event-loop
  ev_run(loop, EVRUN_NOWAIT);                                 // ok: nested-event-loop   does not wait
  ev_break(loop, 1);                                          // ok: nested-event-loop   only tells it
  co_return;
}
Task<> wrapped(ev::loop_ref& loop) { loop.run(); co_return; } // want: nested-event-loop
void on_ready(int, void*) { usleep(10); }                     // want: blocking-sleep
void start(struct ev_loop* loop) { ev_once(loop, 1, 1, 0.1, on_ready, nullptr); }

#include "fake/task.h"
#include "libraries/pulse.h"

using fake::Task;

Task<> writes(pa_simple* stream, const char* data) { pa_simple_write(stream, data, 1, nullptr); co_return; } // want: blocking-ipc
Task<> iterates(pa_mainloop* loop) {
  pa_mainloop_iterate(loop, 1, nullptr);                                      // want: nested-event-loop
  pa_mainloop_iterate(loop, 0, nullptr);                                      // ok: nested-event-loop   does not wait
  co_return;
}
Task<> runs(pa_mainloop* loop) { pa_mainloop_run(loop, nullptr); co_return; } // want: nested-event-loop

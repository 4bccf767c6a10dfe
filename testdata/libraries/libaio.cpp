#include "fake/task.h"
#include "libaio.h"

fake::Task<> events(io_context_t context, io_event* events) {
  io_getevents(context, 1, 1, events, nullptr);           // want: blocking-wait
  io_getevents(context, 0, 1, events, nullptr);           // ok: blocking-wait   asks only
  io_pgetevents(context, 1, 1, events, nullptr, nullptr); // want: blocking-wait
  co_return;
}

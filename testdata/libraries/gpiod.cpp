#include "fake/task.h"
#include "libraries/gpiod.h"

using fake::Task;

Task<int> waits(void* line) { co_return gpiod_line_event_wait(line, nullptr); } // want: blocking-ipc
Task<bool> events(gpiod::line& line) { co_return line.event_wait(10); }         // want: blocking-ipc
Task<int> reads(gpiod::line& line) { co_return line.get_value(); }              // ok: blocking-ipc   returns at once

#include "fake/task.h"
#include "libraries/gpiod.h"

using fake::Task;
using namespace std::chrono_literals;

Task<int> waits(void* line) { co_return gpiod_line_event_wait(line, nullptr); } // want: blocking-ipc
Task<bool> events(gpiod::line& line) { co_return line.event_wait(10ms); }       // want: blocking-ipc
Task<bool> asks(gpiod::line& line) { co_return line.event_wait(0ms); }          // ok: blocking-ipc   only looks
Task<int> reads(gpiod::line& line) { co_return line.get_value(); }              // ok: blocking-ipc   returns at once
Task<bool> edges(gpiod::line_request& request) { co_return request.wait_edge_events(1s); } // want: blocking-ipc
Task<int> edgesInC(gpiod_line_request* request) {
  co_return gpiod_line_request_wait_edge_events(request, -1);                   // want: blocking-ipc
}
Task<int> edgesLook(gpiod_line_request* request) {
  co_return gpiod_line_request_wait_edge_events(request, 0);                    // ok: blocking-ipc   only looks
}
Task<int> readsEvent(gpiod_line* line, gpiod_line_event* event) {
  co_return gpiod_line_event_read(line, event);                                 // want: blocking-ipc note
}
Task<> readsEventInClass(gpiod::line& line) { (void)line.event_read(); co_return; } // want: blocking-ipc note
Task<gpiod::line> finds() { co_return gpiod::find_line("RESET_OUT"); }          // want: blocking-file
Task<gpiod_line*> findsInC() { co_return gpiod_line_find("RESET_OUT"); }        // want: blocking-file

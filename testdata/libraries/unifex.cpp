#include "libraries/unifex.h"

#include <unistd.h>

using unifex::task;

task<> naps() { usleep(10); co_return; }                                                // want: blocking-sleep
task<> nested() { unifex::sync_wait(naps()); co_return; }                               // want: nested-event-loop
task<> loops(unifex::linuxos::io_epoll_context& context) { context.run(0); co_return; } // want: nested-event-loop
task<> awaits(unifex::async_manual_reset_event& event) { co_await event.async_wait(); } // ok: blocking-wait   suspends

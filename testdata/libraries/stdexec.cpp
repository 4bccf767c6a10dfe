#include "libraries/stdexec.h"

#include <unistd.h>

exec::task<void> naps() { usleep(10); co_return; }                           // want: blocking-sleep
exec::task<void> nested() { stdexec::sync_wait(naps()); co_return; }         // want: nested-event-loop
exec::task<void> loops(stdexec::run_loop& loop) { loop.run(); co_return; }   // want: nested-event-loop
exec::task<void> ends(stdexec::run_loop& loop) { loop.finish(); co_return; } // ok: nested-event-loop   only tells it
exec::task<void> awaits() { co_await naps(); }                               // ok: blocking-sleep   reported there

#include "libraries/boost.cobalt.h"

#include <unistd.h>

namespace cobalt = boost::cobalt;

cobalt::promise<> naps() { usleep(10); co_return; }         // want: blocking-sleep
cobalt::task<> lazy() { usleep(10); co_return; }            // want: blocking-sleep
cobalt::task<> nested() { cobalt::run(lazy()); co_return; } // want: nested-event-loop
cobalt::task<> awaits() { co_await lazy(); }                // ok: nested-event-loop   suspends
cobalt::thread own() { usleep(10); co_return; }             // ok: blocking-sleep   a thread of its own

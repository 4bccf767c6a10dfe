#include "libraries/ylt.h"

#include <unistd.h>

using async_simple::coro::Lazy;

Lazy<> serves(cinatra::coro_http_server& server) { server.sync_start(); co_return; }  // want: nested-event-loop
Lazy<> starts(cinatra::coro_http_server& server) { server.async_start(); co_return; } // ok: nested-event-loop   returns a future
Lazy<> rpc(coro_rpc::coro_rpc_server_base& server) { server.start(); co_return; }     // want: nested-event-loop
Lazy<> posts() { co_await coro_io::post([] { usleep(10); }); }                        // ok: blocking-sleep   on the pool

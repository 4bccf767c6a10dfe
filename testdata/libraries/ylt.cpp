#include "libraries/ylt.h"

#include <unistd.h>

using async_simple::coro::Lazy;

Lazy<> serves(cinatra::coro_http_server& server) { server.sync_start(); co_return; }  // want: nested-event-loop
Lazy<> starts(cinatra::coro_http_server& server) { server.async_start(); co_return; } // ok: nested-event-loop   returns a future
Lazy<> rpc(coro_rpc::coro_rpc_server_base& server) { server.start(); co_return; }     // want: nested-event-loop
Lazy<> posts() { co_await coro_io::post([] { usleep(10); }); }                        // ok: blocking-sleep   on the pool

// The log stands in the same tree as the project that is analysed.
namespace easylog {
struct logger {
  static logger& instance() {
    usleep(1);
    static logger only;
    return only;
  }
  logger& operator<<(int) {
    usleep(1);
    return *this;
  }
};
} // namespace easylog

Lazy<> logs() { easylog::logger::instance() << 1; co_return; }                        // ok: blocking-sleep   through its own thread

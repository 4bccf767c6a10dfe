#include "libraries/cinatra.h"

using async_simple::coro::Lazy;

Lazy<> gets(cinatra::coro_http_client& client) { client.get("a"); co_return; }       // want: blocking-http
Lazy<> awaits(cinatra::coro_http_client& client) { co_await client.async_get("a"); } // ok: blocking-http   suspends
Lazy<> connects(cinatra::coro_http_client& client) { co_await client.connect("a"); } // ok: blocking-http   suspends

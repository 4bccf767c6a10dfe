#include "fake/task.h"
#include "libraries/ixwebsocket.h"

using fake::Task;

Task<> gets(ix::HttpClient& client) { client.get("http://a"); co_return; }                       // want: blocking-http
Task<> requests(ix::HttpClient& client) { client.performRequest("http://a", [] {}); co_return; } // ok: blocking-http   with a callback
Task<> runs(ix::WebSocket& socket) { socket.run(); co_return; }                                  // want: nested-event-loop
Task<> starts(ix::WebSocket& socket) { socket.start(); co_return; }                              // ok: nested-event-loop   a thread of its own
Task<> connects(ix::WebSocket& socket) { socket.connect(5); co_return; }                         // want: blocking-socket
Task<> stops(ix::WebSocket& socket) { socket.stop(); co_return; }                                // want: blocking-wait

#include "fake/task.h"
#include "libraries/httprequest.h"

using fake::Task;

Task<> prepares() { http::Request request("http://a"); co_return; }      // ok: blocking-http   only prepares
Task<> sends(http::Request& request) { request.send("GET"); co_return; } // want: blocking-http

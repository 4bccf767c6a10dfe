#include "fake/task.h"
#include "libraries/restclient-cpp.h"

using fake::Task;

Task<> gets() { RestClient::get("http://a"); co_return; }                                  // want: blocking-http
Task<> posts(RestClient::Connection& connection) { connection.post("/", "a"); co_return; } // want: blocking-http
Task<> sets(RestClient::Connection& connection) { connection.SetTimeout(5); co_return; }   // ok: blocking-http   only prepares

#include "fake/task.h"
#include "libraries/curlpp.h"

using fake::Task;

Task<> performs(cURLpp::Easy& request) { request.perform(); co_return; } // want: blocking-http
Task<> resets(curlpp::Easy& request) { request.reset(); co_return; }     // ok: blocking-http   only prepares

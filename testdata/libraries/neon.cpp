#include "fake/task.h"
#include "libraries/neon.h"

using fake::Task;

Task<int> sends(ne_request* request) { co_return ne_request_dispatch(request); } // want: blocking-http
Task<> ends(ne_request* request) { ne_request_destroy(request); co_return; }     // ok: blocking-http   only frees

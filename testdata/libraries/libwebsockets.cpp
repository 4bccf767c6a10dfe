#include "fake/task.h"
#include "libraries/libwebsockets.h"

using fake::Task;

Task<int> serves(lws_context* context) { co_return lws_service(context, 0); }    // want: nested-event-loop
Task<> cancels(lws_context* context) { lws_cancel_service(context); co_return; } // ok: nested-event-loop   only tells it

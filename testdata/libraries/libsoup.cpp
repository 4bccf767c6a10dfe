#include "fake/task.h"
#include "libraries/libsoup.h"

using fake::Task;

Task<> sends(SoupSession* session, SoupMessage* message) {
  soup_session_send(session, message, nullptr, nullptr);                   // want: blocking-http
  soup_session_send_async(session, message, 0, nullptr, nullptr, nullptr); // ok: blocking-http   with a callback
  co_return;
}

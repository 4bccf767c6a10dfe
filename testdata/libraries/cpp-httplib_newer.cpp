#include "fake/task.h"
#include "newer/httplib.h"

fake::Task<> server(httplib::Server& server) {
  server.wait_until_ready(); // want: nested-event-loop
  co_return;
}

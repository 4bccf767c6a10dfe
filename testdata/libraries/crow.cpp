#include "fake/task.h"
#include "libraries/crow.h"

#include <string>
#include <unistd.h>

using fake::Task;

Task<> runs(crow::SimpleApp& app) { app.run(); co_return; }    // want: nested-event-loop
void serve(crow::SimpleApp& app) {
  app.route("/")([] { usleep(10); return std::string("a"); }); // want: blocking-sleep
  auto served = app.run_async();                               // ok: nested-event-loop   on threads of its own
}

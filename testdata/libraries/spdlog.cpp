// no findings
#include "fake/task.h"
#include "libraries/spdlog.h"

using fake::Task;

Task<> logs(spdlog::logger& log) {
  log.info("a");                                 // ok: blocking-file   logging is accepted
  log.flush();                                   // ok: blocking-file   off: depends on the sinks
  co_return;
}
Task<> ends() { spdlog::shutdown(); co_return; } // ok: blocking-file   off: depends on the sinks

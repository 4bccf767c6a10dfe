#include "fake/task.h"
#include "libraries/userver.h"

#include <unistd.h>

using fake::Task;
using namespace userver;

class Handler : public server::handlers::HttpHandlerBase {
  std::string HandleRequestThrow(int, int&) const override {
    usleep(10);                                                                  // want: blocking-sleep
    engine::SleepFor(std::chrono::milliseconds(1));                              // ok: blocking-sleep   suspends the task
    return {};
  }
};
Task<> nested() { engine::RunStandalone([] {}); co_return; }                     // want: nested-event-loop
Task<> suspends() { engine::SleepFor(std::chrono::milliseconds(1)); co_return; } // ok: blocking-sleep   suspends the task

void starts(engine::TaskProcessor& blocking_calls) {
  utils::Async("a", [] { usleep(10); }).Get();                 // want: blocking-sleep
  utils::Async(blocking_calls, "b", [] { usleep(10); }).Get(); // ok: blocking-sleep   on a processor of its own
}

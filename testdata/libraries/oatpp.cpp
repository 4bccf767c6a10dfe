#include "fake/task.h"
#include "libraries/oatpp.h"

#include <unistd.h>

using fake::Task;

class Naps : public oatpp::async::Coroutine<Naps> {
public:
  oatpp::async::Action act() override {
    usleep(10);                                                                             // want: blocking-sleep
    return finish();
  }
};
Task<> waits(oatpp::async::Executor& executor) { executor.waitTasksFinished(); co_return; } // want: nested-event-loop
Task<> stops(oatpp::async::Executor& executor) { executor.stop(); co_return; }              // ok: nested-event-loop   only tells it

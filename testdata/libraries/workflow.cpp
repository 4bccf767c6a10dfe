#include "libraries/workflow.h"

using coke::Task;

Task<> naps() { WFFacilities::usleep(10); co_return; }                      // want: blocking-sleep
Task<> sleeps() { co_await coke::sleep(1); }                                // ok: blocking-sleep   suspends
Task<> waits(WFFacilities::WaitGroup& group) { group.wait(); co_return; }   // want: blocking-wait
Task<> ends(WFFacilities::WaitGroup& group) { group.done(); co_return; }    // ok: blocking-wait   only counts
Task<> nested() { coke::sync_wait(naps()); co_return; }                     // want: nested-event-loop
Task<> starts() {
  WFTaskFactory::create_go_task("queue", [] { WFFacilities::usleep(10); }); // ok: blocking-sleep   on the compute threads
  co_return;
}
Task<> leaves() {
  co_await coke::switch_go_thread();
  WFFacilities::usleep(10);                                                 // ok: blocking-sleep   on the compute threads
}
Task<> leavesAndReturns(int rounds) {
  for (int i = 0; i < rounds; ++i) {
    co_await coke::switch_go_thread();
    WFFacilities::usleep(10);                                               // ok: blocking-sleep   in each round
    co_await coke::sleep(1);
    WFFacilities::usleep(10);                                               // want: blocking-sleep
  }
}

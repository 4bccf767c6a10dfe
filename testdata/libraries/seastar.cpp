#include "libraries/seastar.h"

#include <unistd.h>

using seastar::future;

future<> naps() { usleep(10); co_return; }                              // want: blocking-sleep
future<> sleeps() { co_await seastar::sleep(10); }                      // ok: blocking-sleep   suspends
future<> acquires(seastar::semaphore& units) { co_await units.wait(); } // ok: blocking-wait   suspends
future<int> gets(future<int> value) { co_return value.get(); }          // want: nested-event-loop
future<int> getsWhatIsThere(future<int> value) {
  if (value.available()) { co_return value.get(); }                     // ok: nested-event-loop
  co_return 0;
}
future<bool> asks(future<int> value) { co_return value.available(); }   // ok: nested-event-loop   only asks
future<> plain() {
  usleep(10);                                                           // want: blocking-sleep
  return seastar::sleep(1);
}
future<> continues() {
  return seastar::sleep(1).then([] { usleep(10); });                    // want: blocking-sleep
}
future<> synchronous(future<int> value) {
  return seastar::async([&value] { value.get(); });                     // ok: nested-event-loop   legal in a seastar::thread
}

// ---- continuations, and what goes with them

future<> more(int* numbers) {
  seastar::timer once([] { usleep(10); });                                                        // want: blocking-sleep
  seastar::timer later;
  later.set_callback([] { usleep(10); });                                                         // want: blocking-sleep
  later.set_callback([] {});                                                                      // ok: blocking-sleep
  return seastar::sleep(1)
      .handle_exception([](int) { usleep(10); })                                                  // want: blocking-sleep
      .finally([] { usleep(10); });                                                               // want: blocking-sleep
}
future<> loops() { return seastar::repeat([] { usleep(10); return seastar::sleep(1); }); }        // want: blocking-sleep
future<> holds() { return seastar::do_with(1, [](int&) { usleep(10); return seastar::sleep(1); }); } // want: blocking-sleep
future<> each(int (&all)[3]) { return seastar::parallel_for_each(all, [](int) { usleep(10); return seastar::sleep(1); }); } // want: blocking-sleep
future<> stops() { return seastar::do_until([] { return usleep(10) == 0; }, [] { return seastar::sleep(1); }); } // want: blocking-sleep
future<> shards() { return seastar::smp::submit_to(1, [] { usleep(10); }); }                      // want: blocking-sleep

future<int> getsWhatIsMade() { co_return seastar::make_ready_future(1).get(); }                   // ok: nested-event-loop
void inAThread(future<int> value) {
  seastar::thread waits([&value] { value.get(); });                                               // ok: nested-event-loop
}
future<> getsTooEarly() {
  return seastar::sleep(1).then([] { (void)seastar::sleep(1).get(); });                           // want: nested-event-loop
}

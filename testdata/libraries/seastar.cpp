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

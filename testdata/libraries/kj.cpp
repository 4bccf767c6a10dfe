#include "libraries/kj.h"

#include <unistd.h>
#include <utility>

using kj::Promise;

Promise<void> naps() { usleep(10); co_return; }                                         // want: blocking-sleep
Promise<void> sleeps(kj::Timer& timer) { co_await timer.afterDelay(1); }                // ok: blocking-sleep   suspends
kj::WaitScope& the_scope();
Promise<int> waits(Promise<int> value) { co_return value.wait(the_scope()); }           // want: nested-event-loop
Promise<int> awaits(Promise<int> value) { co_return co_await std::move(value); }        // ok: nested-event-loop   suspends
Promise<void> locks(kj::MutexGuarded<int>& value) { value.lockExclusive(); co_return; } // want: blocking-lock
Promise<void> continues(kj::Timer& timer) {
  return timer.afterDelay(1).then([] { usleep(10); });                                  // want: blocking-sleep
}
Promise<void> continuesOrFails(kj::Timer& timer) {
  return timer.afterDelay(1)
      .then([] {}, [](int) { usleep(10); })                                             // want: blocking-sleep
      .then([] {}, [](int) {})                                                          // ok: blocking-sleep
      .catch_([](int) { usleep(10); });                                                 // want: blocking-sleep
}
Promise<void> later() { return kj::evalLater([] { usleep(10); }); }                     // want: blocking-sleep
void threads() {
  kj::Thread own([] { usleep(10); });                                                   // ok: blocking-sleep   its own thread
}

// ---- a set keeps the promises that it is given, and not the closures that made them

kj::Promise<int> number();
void show(int);
struct Sessions : kj::TaskSet::ErrorHandler {
  void taskFailed(int) override { usleep(10); }                                         // want: blocking-sleep
  Promise<void> serve(int client) { show(co_await number() + client); }
  void accept(int client) {
    tasks.add(serve(client));                                                           // ok: detached-task // ok: unawaited-task
    tasks.add([](int own) -> Promise<void> { show(co_await number() + own); }(client)); // ok: dangling-reference
    tasks.add([client]() -> Promise<void> { show(co_await number() + client); }());     // want: dangling-reference
    serve(client);                                                                      // want: unawaited-task
  }
  kj::TaskSet tasks{*this};
};

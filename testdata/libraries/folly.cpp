#include "libraries/folly.h"

#include <unistd.h>
#include <utility>

using folly::coro::Task;

void nap() { usleep(10); }

Task<> naps() { nap(); co_return; }                                                      // want: blocking-sleep
Task<> sleeps() { co_await folly::coro::sleep(std::chrono::milliseconds(1)); }           // ok: blocking-sleep   suspends
Task<int> gets(folly::SemiFuture<int> future) { co_return std::move(future).get(); }     // want: blocking-wait
Task<int> getsWhatIsThere(folly::SemiFuture<int> future) {
  while (!future.isReady()) { co_await folly::coro::sleep(std::chrono::milliseconds(1)); }
  co_return std::move(future).get();                                                    // ok: blocking-wait
}
Task<bool> asks(const folly::SemiFuture<int>& future) { co_return future.isReady(); }    // ok: blocking-wait   only asks
Task<> waits(folly::Baton& baton) { baton.wait(); co_return; }                           // want: blocking-wait
Task<> awaits(folly::coro::Baton& baton) { co_await baton; }                             // ok: blocking-wait   another class
Task<> writes() { folly::writeFile("a", "b"); co_return; }                               // want: blocking-file
Task<> opens() {
  folly::File named("a");                                                                // want: blocking-file
  folly::File taken(1);                                                                  // ok: blocking-file   only takes the descriptor
  co_return;
}
Task<> nested() { folly::coro::blockingWait(naps()); co_return; }                        // want: nested-event-loop
Task<> loops(folly::EventBase& base) { base.loopForever(); co_return; }                  // want: nested-event-loop
Task<int> polls(void* descriptors) { co_return folly::netops::poll(descriptors, 1, 0); } // ok: blocking-socket   returns at once
Task<> locks(folly::SharedMutexImpl& mutex) { mutex.lock(); co_return; }                 // want: blocking-lock
Task<> tries(folly::SharedMutexImpl& mutex) { mutex.try_lock(); co_return; }             // ok: blocking-lock   only tries

folly::Expected<int> error_value() { usleep(10); co_return 1; } // ok: blocking-sleep   never suspends

void start(folly::EventBase& base, folly::CPUThreadPoolExecutor& pool) {
  base.runInEventBaseThread([] { usleep(10); }); // want: blocking-sleep
  pool.add([] { usleep(10); });                  // ok: blocking-sleep   on the pool
}

Task<> napsOnPool() { usleep(10); co_return; }                                          // ok: blocking-sleep   on the pool
Task<> napsOnToken() { usleep(10); co_return; }                                         // ok: blocking-sleep   on the pool
Task<> napsOnGlobal() { usleep(10); co_return; }                                        // ok: blocking-sleep   on the pool
Task<> napsOnLocal() { usleep(10); co_return; }                                         // ok: blocking-sleep   on the pool
Task<> napsOnBase() { usleep(10); co_return; }                                          // want: blocking-sleep
Task<> napsOnGlobalIO() { usleep(10); co_return; }                                      // want: blocking-sleep
Task<> napsOnUnknown() { usleep(10); co_return; }                                       // want: blocking-sleep

Task<> starts(folly::EventBase& base, folly::CPUThreadPoolExecutor& pool, folly::Executor::KeepAlive<> unknown) {
  using folly::coro::co_withExecutor;
  co_await co_withExecutor(&pool, napsOnPool());
  co_await co_withExecutor(folly::getKeepAliveToken(pool), napsOnToken());
  co_await co_withExecutor(folly::getGlobalCPUExecutor(), napsOnGlobal());
  auto token = folly::getKeepAliveToken(pool);
  co_await co_withExecutor(std::move(token), napsOnLocal());
  co_await co_withExecutor(&base, napsOnBase());
  co_await co_withExecutor(folly::getGlobalIOExecutor(), napsOnGlobalIO());
  co_await co_withExecutor(std::move(unknown), napsOnUnknown());
}

// ---- locks over a suspension

// NOLINTBEGIN(nostall-blocking-lock): that they wait is another matter

struct Table {
  Task<> load();
};
Task<> lockedOverAnAwait(folly::Synchronized<Table>& table) {
  auto locked = table.wlock();
  co_await folly::coro::sleep(std::chrono::milliseconds(1));                             // want: lock-across-await error
}
Task<> lockedForAnExpression(folly::Synchronized<Table>& table) {
  co_await table.wlock()->load();                                                        // want: lock-across-await
  co_await folly::coro::sleep(std::chrono::milliseconds(1));                             // ok: lock-across-await   it ended with the statement
}
Task<> unlockedBeforeAnAwait(folly::Synchronized<Table>& table) {
  auto locked = table.wlock();
  locked.unlock();
  co_await folly::coro::sleep(std::chrono::milliseconds(1));                             // ok: lock-across-await
}
Task<> sharedMutexOverAnAwait(folly::SharedMutexImpl& mutex) {
  mutex.lock();
  co_await folly::coro::sleep(std::chrono::milliseconds(1));                             // want: lock-across-await
  mutex.unlock();
}

// NOLINTEND(nostall-blocking-lock)

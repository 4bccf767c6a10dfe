#include "libraries/yaclib.h"

#include <unistd.h>
#include <utility>

using yaclib::Future;

Future<void> naps() { usleep(10); co_return; }                            // want: blocking-sleep
Future<int> gets(Future<int> value) { co_return std::move(value).Get(); } // want: blocking-wait
Future<int> awaits(Future<int> value) { co_return co_await value; }       // ok: blocking-wait   suspends
Future<void> waits(Future<int> value) { yaclib::Wait(value); co_return; } // want: blocking-wait
Future<void> runs(yaclib::FairThreadPool& pool) {
  co_await yaclib::Run(pool, [] { usleep(10); });                         // ok: blocking-sleep   on the pool
}

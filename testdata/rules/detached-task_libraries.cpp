// How other libraries let a task go.
#include "libraries/async-simple.h"
#include "libraries/concurrencpp.h"
#include "libraries/drogon.h"
#include "libraries/kj.h"
#include "libraries/libcoro.h"
#include "libraries/seastar.h"
#include "libraries/winrt.h"

#include <exception>

void log(const char* what);

// ---- async_simple: the callback of start() gets a Try with the exception

async_simple::coro::Lazy<void> fetch();
async_simple::coro::Lazy<void> risky() { co_await fetch(); }
async_simple::coro::Lazy<void> careful() {
  try {
    co_await fetch();
  } catch (...) {
    log("failed");
  }
}

void startsLazy() {
  risky().start([](async_simple::Try<void>) {});   // want: detached-task warning
  risky().start([](async_simple::Try<void> result) { // ok: detached-task   it looks
    if (result.hasError()) { log("failed"); }
  });
  careful().start([](async_simple::Try<void>) {}); // ok: detached-task   nothing is lost
}

// ---- libcoro: poll() has a body that nobody sees

coro::task<> poll();
coro::task<> pollOnce() { co_await poll(); }

void spawns(coro::thread_pool& pool) {
  pool.spawn_detached(pollOnce());                 // want: detached-task warning
  pool.spawn_detached(poll());                     // want: detached-task note
}

// ---- drogon

drogon::Task<> store();
drogon::AsyncTask storeAndForget() { co_await store(); }
drogon::AsyncTask storeSafely() {
  try {
    co_await store();
  } catch (const std::exception& error) {
    log(error.what());
  }
}

void stores() {
  drogon::async_run([]() -> drogon::Task<> { co_await store(); }); // want: detached-task note
  storeAndForget();                                // want: detached-task note
  storeSafely();                                   // ok: detached-task
}

// ---- C++/WinRT

winrt::Windows::Foundation::IAsyncAction load();
winrt::fire_and_forget loadAndForget() { co_await load(); }
winrt::fire_and_forget loadSafely() {
  try {
    co_await load();
  } catch (...) {
  }
}

void onClick() {
  loadAndForget();                                 // want: detached-task note
  loadSafely();                                    // ok: detached-task
}

// ---- kj: detach() wants a handler of errors

kj::Promise<void> request();
kj::Promise<void> requestTwice() {
  co_await request();
  co_await request();
}

void requests() {
  requestTwice().detach([](std::exception_ptr) {}); // want: detached-task warning
  requestTwice().detach([](std::exception_ptr error) { // ok: detached-task
    if (error) { log("failed"); }
  });
}

// ---- seastar: (void) is the usual way

seastar::future<> flush();
seastar::future<> flushAll() { co_await flush(); }
seastar::future<> flushSafely() {
  try {
    co_await flush();
  } catch (...) {
  }
}

void inBackground() {
  (void)flushAll();                                // want: detached-task warning
  (void)flushSafely();                             // ok: detached-task
  flushAll().get();                                // ok: detached-task
}

// ---- concurrencpp: post() gives no result; less is lost of plain work than of a task

void posts(concurrencpp::thread_pool_executor& pool) {
  pool.post([] { throw 1; });                      // want: detached-task note
  pool.submit([] { throw 1; });                    // want: unawaited-task
}

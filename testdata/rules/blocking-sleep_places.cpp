// Where coroutines run: on the loop, or on a pool that somebody started them on, with real asio.
#include <asio.hpp>

#include <unistd.h>

#include <utility>

using asio::awaitable;
using asio::use_awaitable;

void nap() { usleep(10); }

// ---- what a pool starts, and what that awaits

awaitable<void> step() { nap(); co_return; }        // ok: blocking-sleep   only pooled() awaits it
awaitable<void> pooled() { nap(); co_await step(); } // ok: blocking-sleep
awaitable<void> shared() { nap(); co_return; }      // want: blocking-sleep // session() awaits it on the loop
awaitable<void> worker() { co_await shared(); }
awaitable<void> session() { co_await shared(); }
awaitable<void> kept() { nap(); co_return; }        // ok: blocking-sleep
awaitable<void> stranded() { nap(); co_return; }    // ok: blocking-sleep   a strand of the pool
awaitable<void> unknown() { nap(); co_return; }     // want: blocking-sleep // nobody knows the executor
awaitable<void> stored() { nap(); co_return; }      // want: blocking-sleep // nobody sees who starts it
awaitable<void> unused() { nap(); co_return; }      // want: blocking-sleep
awaitable<void> both() { nap(); co_return; }        // want: blocking-sleep
awaitable<void> again(int depth) {
  nap();                                            // ok: blocking-sleep   a circle that only the pool enters
  if (depth > 0) { co_await again(depth - 1); }
}
awaitable<void> circle(int depth) {
  nap();                                            // want: blocking-sleep // nobody visible enters it
  if (depth > 0) { co_await circle(depth - 1); }
}

class Service {
public:
  void start(asio::io_context& loop, asio::any_io_executor any) {
    asio::co_spawn(pool_, pooled(), asio::detached);
    asio::co_spawn(pool_.get_executor(), worker(), asio::detached);
    asio::co_spawn(loop, session(), asio::detached);
    auto task = kept();
    asio::co_spawn(pool_, std::move(task), asio::detached);
    asio::co_spawn(asio::make_strand(pool_), stranded(), asio::detached);
    asio::co_spawn(any, unknown(), asio::detached);
    task_ = stored();
    asio::co_spawn(pool_, both(), asio::detached);
    asio::co_spawn(loop, both(), asio::detached);
    asio::co_spawn(pool_, again(3), asio::detached);
    auto work = []() -> awaitable<void> { nap(); co_return; }; // ok: blocking-sleep
    asio::co_spawn(pool_, work, asio::detached);
    asio::co_spawn(pool_, work(), asio::detached);
  }

private:
  asio::thread_pool pool_;
  awaitable<void> task_;
};

// ---- a coroutine that changes threads

awaitable<void> child() { nap(); co_return; }       // ok: blocking-sleep   awaited on the pool

awaitable<void> moves(asio::thread_pool& pool, asio::steady_timer& timer) {
  co_await asio::post(asio::bind_executor(pool, use_awaitable));
  nap();                                            // ok: blocking-sleep   on the pool
  co_await child();
  co_await timer.async_wait(use_awaitable);
  nap();                                            // want: blocking-sleep // the timer brought it back
}

awaitable<void> mayMove(asio::thread_pool& pool, bool far) {
  if (far) { co_await asio::post(asio::bind_executor(pool, use_awaitable)); }
  nap();                                            // want: blocking-sleep // when it is not far
}

awaitable<void> moveInLoop(asio::thread_pool& pool, asio::steady_timer& timer) {
  for (int i = 0; i < 3; ++i) {
    co_await asio::post(asio::bind_executor(pool.get_executor(), use_awaitable));
    nap();                                          // ok: blocking-sleep   on the pool
    co_await timer.async_wait(use_awaitable);
    nap();                                          // want: blocking-sleep
  }
}

awaitable<void> strands(asio::thread_pool& pool, asio::io_context& loop) {
  co_await asio::post(asio::bind_executor(asio::make_strand(pool), use_awaitable));
  nap();                                            // ok: blocking-sleep   a strand of the pool
  co_await asio::post(asio::bind_executor(asio::make_strand(loop), use_awaitable));
  nap();                                            // want: blocking-sleep // a strand of the loop
}

// Callables that a loop calls, in the forms in which code hands them over.
#include "fake/task.h"

#include <asio.hpp>

#include <functional>
#include <memory>
#include <unistd.h>

using fake::Task;
namespace net = asio;

void nap() { ::usleep(10); }
void calm() {}

// ---- named functions

void onTimer(const std::error_code&) {
  nap(); // want: blocking-sleep via nap, usleep
}
void onFree() {
  nap(); // want: blocking-sleep
}
void never() {
  nap(); // ok: blocking-sleep   nobody hands it to a loop
}

// Also called plainly: the callback's finding is its own, and the coroutine's is at its call.
void both() {
  ::usleep(10); // want: blocking-sleep via usleep
}
Task<> calls() {
  both(); // want: blocking-sleep via both, usleep
  co_return;
}

void named(net::steady_timer& timer, net::io_context& loop) {
  timer.async_wait(onTimer);
  net::post(loop, &onFree);
  net::post(loop, both);
  net::post(loop, calm);
  void (*address)() = never;
  address();
}

// ---- methods

class Session : public std::enable_shared_from_this<Session> {
public:
  explicit Session(net::io_context& loop) : timer_(loop) { nap(); } // ok: blocking-sleep   a constructor is no callback
  void start() {
    timer_.async_wait(std::bind(&Session::onBound, shared_from_this()));
    timer_.async_wait(std::bind_front(&Session::onFront, this));
    timer_.async_wait([this, self = shared_from_this()](auto error) { onLambda(error); }); // want: blocking-sleep via Session::onLambda, nap, usleep
    timer_.async_wait([this](auto) { timer_.async_wait([this](auto) { nap(); }); });       // want: blocking-sleep via nap, usleep
  }

private:
  void onBound() {
    nap(); // want: blocking-sleep
  }
  void onFront(std::error_code) {
    nap(); // want: blocking-sleep
  }
  void onLambda(std::error_code) {
    nap(); // ok: blocking-sleep   the lambda that calls it is the callback
  }

  net::steady_timer timer_;
};

class Reader {
public:
  virtual ~Reader() = default;
  void start(net::steady_timer& timer) { timer.async_wait(std::bind(&Reader::onRead, this)); }
  virtual void onRead() = 0;
};
class SlowReader : public Reader {
  void onRead() override {
    nap(); // want: blocking-sleep
  }
};
void reads(net::steady_timer& timer) { SlowReader().start(timer); }

// ---- function objects

struct Handler {
  void operator()(std::error_code) {
    nap(); // want: blocking-sleep
  }
};

void objects(net::steady_timer& timer, net::io_context& loop) {
  timer.async_wait(Handler());
  auto kept = [] { nap(); }; // want: blocking-sleep
  net::post(loop, kept);
  auto moved = [] { nap(); }; // want: blocking-sleep
  net::post(loop, std::move(moved));
  auto idle = [] { nap(); }; // ok: blocking-sleep   nobody calls it
}

template <typename Callable> void later(net::io_context& loop, Callable callable) {
  net::post(loop, std::move(callable));
}
void wraps(net::io_context& loop) {
  later(loop, [] { nap(); }); // want: blocking-sleep
}

// ---- coroutines stay coroutines

void spawns(net::io_context& loop) {
  net::co_spawn(
      loop,
      []() -> net::awaitable<void> {
        nap(); // want: blocking-sleep
        co_return;
      },
      net::detached);
}

// ---- the executor decides

void executors(net::io_context& loop, net::thread_pool& pool, net::any_io_executor any) {
  net::post(loop, [] { nap(); });                                // want: blocking-sleep
  net::post(loop.get_executor(), [] { nap(); });                 // want: blocking-sleep
  net::post(net::make_strand(loop), [] { nap(); });              // want: blocking-sleep
  net::post(any, [] { nap(); });                                 // want: blocking-sleep
  net::post([] { nap(); });                                      // want: blocking-sleep
  net::post(pool, [] { nap(); });                                // ok: blocking-sleep   a thread of the pool
  net::post(pool.get_executor(), [] { nap(); });                 // ok: blocking-sleep
  net::post(net::make_strand(pool), [] { nap(); });              // ok: blocking-sleep   a strand of the pool
  net::post(loop, net::bind_executor(pool, [] { nap(); }));      // ok: blocking-sleep
  net::post(net::bind_executor(pool, [] { nap(); }));            // ok: blocking-sleep
  net::post(net::bind_executor(loop, [] { nap(); }));            // want: blocking-sleep
  net::post(net::bind_executor(net::make_strand(pool), [] { nap(); })); // ok: blocking-sleep
}

// ---- no callbacks

int main() {
  net::io_context loop;
  net::steady_timer timer(loop);
  nap(); // ok: blocking-sleep   before the loop
  timer.async_wait([](auto) { calm(); });
  loop.run();
}

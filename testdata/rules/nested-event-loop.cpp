#include <asio/awaitable.hpp>
#include <asio/co_spawn.hpp>
#include <asio/detached.hpp>
#include <asio/io_context.hpp>

asio::awaitable<int> work() { co_return 1; }

int runAndWait() {
  asio::io_context loop;
  asio::co_spawn(loop, work(), asio::detached);
  return static_cast<int>(loop.run());
}

asio::awaitable<int> inside() {
  asio::io_context own;
  own.poll();             // ok: nested-event-loop   runs what is ready and returns
  co_return runAndWait(); // want: nested-event-loop error via runAndWait, asio::io_context::run
}

int main() { return runAndWait(); } // ok: nested-event-loop

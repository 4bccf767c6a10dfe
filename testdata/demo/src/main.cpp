#include "config.h"
#include "session.h"

#include <asio/experimental/as_tuple.hpp>
#include <chrono>
#include <cstdio>
#include <thread>

asio::awaitable<void> listen(asio::thread_pool& pool) {
  auto executor = co_await asio::this_coro::executor;
  asio::ip::tcp::acceptor acceptor(executor, {asio::ip::tcp::v4(), 7001});
  for (;;) {
    auto [error, socket] = co_await acceptor.async_accept(asio::experimental::as_tuple(asio::use_awaitable));
    if (error) { // out of descriptors, most of the time: some client will go
      std::this_thread::sleep_for(std::chrono::milliseconds(50));
      continue;
    }
    asio::co_spawn(executor, session(std::move(socket), pool), asio::detached);
  }
}

int main() {
  std::puts(Config::greeting("en").c_str()); // before the loop runs: nothing to report here
  asio::io_context context;
  asio::thread_pool pool(2);
  asio::co_spawn(context, listen(pool), asio::detached);
  context.run();
}

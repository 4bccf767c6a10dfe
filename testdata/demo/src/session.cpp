#include "session.h"

#include "audit.h"
#include "config.h"
#include "thumbnails.h"

#include <chrono>

namespace {

asio::awaitable<void> pause(std::chrono::milliseconds duration) {
  asio::steady_timer timer(co_await asio::this_coro::executor, duration);
  co_await timer.async_wait(asio::use_awaitable);
}

asio::awaitable<void> sayGoodbye(asio::ip::tcp::socket& socket) {
  co_await asio::async_write(socket, asio::buffer("bye\n", 4), asio::use_awaitable);
}

} // namespace

asio::awaitable<void> session(asio::ip::tcp::socket socket, asio::thread_pool& pool) {
  audit("connect");
  for (;;) {
    std::string line;
    co_await asio::async_read_until(socket, asio::dynamic_buffer(line), '\n', asio::use_awaitable);
    if (line == "quit\n") {
      sayGoodbye(socket);
      co_return;
    }
    renderThumbnail(pool, line);
    co_await pause(std::chrono::milliseconds(20));
    const std::string answer = Config::greeting(line.substr(0, 2)) + "\n";
    co_await asio::async_write(socket, asio::buffer(answer), asio::use_awaitable);
  }
}

// enable: missing-timeout
#include <asio.hpp>
#include <asio/experimental/channel.hpp>
#include <asio/experimental/concurrent_channel.hpp>
#include <asio/ssl.hpp>

#include <chrono>
#include <string>
#include <vector>

using asio::awaitable;
using asio::use_awaitable;
using asio::ip::tcp;
using namespace std::chrono_literals;

awaitable<void> fetch(std::string url);

awaitable<void> channels(std::vector<std::string> urls, asio::experimental::channel<void(std::error_code, int)>& slots,
                         asio::experimental::concurrent_channel<asio::any_io_executor, void(std::error_code, int)>& others) {
  auto executor = co_await asio::this_coro::executor;
  for (const std::string& url : urls) {
    if (!slots.try_send(std::error_code(), 0)) { break; }
    asio::co_spawn(executor, fetch(url), asio::detached);       // ok: unbounded-spawn // want: detached-task note
  }
  for (const std::string& url : urls) {
    if (!others.try_send(std::error_code(), 0)) { break; }
    asio::co_spawn(executor, fetch(url), asio::detached);       // ok: unbounded-spawn // want: detached-task note
  }
  for (const std::string& url : urls) {
    asio::co_spawn(executor, fetch(url), asio::detached);       // want: unbounded-spawn note // want: detached-task note
  }
}

awaitable<void> peers(tcp::socket& socket, tcp::resolver& resolver, asio::ssl::stream<tcp::socket>& secure, asio::mutable_buffer buffer) {
  std::string line;
  co_await asio::async_connect(socket, co_await resolver.async_resolve("host", "80", use_awaitable), use_awaitable); // want: missing-timeout // want: missing-timeout
  co_await secure.async_handshake(asio::ssl::stream_base::client, use_awaitable); // want: missing-timeout
  co_await asio::async_read(socket, buffer, use_awaitable);     // want: missing-timeout
  co_await asio::async_read_until(socket, asio::dynamic_buffer(line), '\n', use_awaitable); // want: missing-timeout
  co_await asio::async_write(socket, buffer, use_awaitable);    // want: missing-timeout
  co_await socket.async_read_some(buffer, use_awaitable);       // want: missing-timeout
  co_await socket.async_receive(buffer, use_awaitable);         // want: missing-timeout
  co_await socket.async_write_some(buffer, use_awaitable);      // want: missing-timeout
  co_await socket.async_send(buffer, use_awaitable);            // want: missing-timeout
  co_await socket.async_connect(tcp::endpoint(), use_awaitable); // want: missing-timeout
}

awaitable<void> deadlines(tcp::socket& socket, asio::steady_timer& timer, asio::mutable_buffer buffer) {
  timer.expires_after(1s);
  co_await socket.async_read_some(buffer, use_awaitable);       // ok: missing-timeout
}
awaitable<void> deadlinesAt(tcp::socket& socket, asio::steady_timer& timer, asio::mutable_buffer buffer) {
  timer.expires_at(std::chrono::steady_clock::now());
  co_await socket.async_read_some(buffer, use_awaitable);       // ok: missing-timeout
}
awaitable<void> ownDeadline(tcp::socket& socket, asio::mutable_buffer buffer) {
  asio::steady_timer timer(socket.get_executor(), 1s);
  co_await socket.async_read_some(buffer, use_awaitable);       // ok: missing-timeout
}

// Real Asio: who hears of an exception?
#include <asio.hpp>

#include <exception>
#include <iostream>
#include <memory>

namespace net = asio;
using net::awaitable;
using net::use_awaitable;

void log(std::exception_ptr error);

awaitable<void> reads(net::ip::tcp::socket socket) {
  char data[64];
  co_await socket.async_read_some(net::buffer(data), use_awaitable);
}

awaitable<void> handles(net::ip::tcp::socket socket) {
  try {
    char data[64];
    co_await socket.async_read_some(net::buffer(data), use_awaitable);
  } catch (const std::exception& error) {
    std::cerr << error.what() << '\n';
  }
}

awaitable<void> handlesSystemErrors(net::ip::tcp::socket socket) {
  try {
    char data[64];
    co_await socket.async_read_some(net::buffer(data), use_awaitable);
  } catch (const std::system_error& error) {
    std::cerr << error.what() << '\n';
  }
}

awaitable<void> reportsErrors(net::steady_timer& timer) {
  std::error_code error;
  co_await timer.async_wait(net::redirect_error(use_awaitable, error));
}

awaitable<void> asksExecutor() { auto executor = co_await net::this_coro::executor; }

awaitable<void> accepts(net::io_context& loop) {
  net::ip::tcp::acceptor acceptor(loop, {net::ip::tcp::v4(), 7});
  for (;;) {
    net::ip::tcp::socket socket = co_await acceptor.async_accept(use_awaitable);
    net::co_spawn(loop, reads(std::move(socket)), net::detached); // want: detached-task
  }
}

void starts(net::io_context& loop, net::ip::tcp::socket a, net::ip::tcp::socket b, net::ip::tcp::socket c,
            net::ip::tcp::socket d, net::steady_timer& timer) {
  net::co_spawn(loop, accepts(loop), net::detached);            // want: detached-task warning
  net::co_spawn(loop, reads(std::move(a)), net::detached);      // want: detached-task warning
  net::co_spawn(loop, handles(std::move(b)), net::detached);    // ok: detached-task   it handles what may happen
  net::co_spawn(loop, handlesSystemErrors(std::move(c)), net::detached); // want: detached-task
  net::co_spawn(loop, reportsErrors(timer), net::detached);     // ok: detached-task   errors are values
  net::co_spawn(loop, asksExecutor(), net::detached);           // ok: detached-task
  net::co_spawn(loop, reads(std::move(d)), log);                // ok: detached-task   somebody hears of it
}

void handlers(net::io_context& loop, net::ip::tcp::socket a, net::ip::tcp::socket b, net::ip::tcp::socket c,
              net::ip::tcp::socket d, net::ip::tcp::socket e, net::ip::tcp::socket f) {
  net::co_spawn(loop, reads(std::move(a)), [](std::exception_ptr) {});       // want: detached-task warning
  net::co_spawn(loop, reads(std::move(b)), [](std::exception_ptr error) {}); // want: detached-task
  net::co_spawn(loop, reads(std::move(c)), [](auto...) {});                  // want: detached-task
  net::co_spawn(loop, reads(std::move(d)), [](std::exception_ptr error) {    // ok: detached-task
    if (error) { std::rethrow_exception(error); }
  });
  net::co_spawn(loop, reads(std::move(e)), [](std::exception_ptr error) { log(error); }); // ok: detached-task
  net::co_spawn(loop, handles(std::move(f)), [](std::exception_ptr) {});     // ok: detached-task   nothing is lost
}

void lambdas(net::io_context& loop, net::ip::tcp::socket& socket) {
  net::co_spawn(loop, []() -> awaitable<void> { co_return; }, net::detached); // ok: detached-task
  net::co_spawn(loop, [&socket]() -> awaitable<void> {                        // want: detached-task
    co_await socket.async_wait(net::ip::tcp::socket::wait_read, use_awaitable);
  }, net::detached);
  net::co_spawn(loop, [&socket]() -> awaitable<void> {                        // ok: detached-task
    try {
      co_await socket.async_wait(net::ip::tcp::socket::wait_read, use_awaitable);
    } catch (...) {
    }
  }, net::detached);
}

class Session : public std::enable_shared_from_this<Session> {
public:
  explicit Session(net::ip::tcp::socket socket) : socket_(std::move(socket)) {}
  void start() {
    net::co_spawn(socket_.get_executor(), [self = shared_from_this()] { return self->read(); }, net::detached); // want: detached-task
    net::co_spawn(socket_.get_executor(), [self = shared_from_this()] { return self->write(); }, net::detached); // ok: detached-task
  }

private:
  awaitable<void> read() { co_await socket_.async_wait(net::ip::tcp::socket::wait_read, use_awaitable); }
  awaitable<void> write() {
    try {
      co_await socket_.async_wait(net::ip::tcp::socket::wait_write, use_awaitable);
    } catch (...) {
      socket_.close();
    }
  }
  net::ip::tcp::socket socket_;
};

awaitable<void> awaited(net::io_context& loop, net::ip::tcp::socket socket) {
  co_await net::co_spawn(loop, reads(std::move(socket)), use_awaitable);      // ok: detached-task
  auto future = net::co_spawn(loop, asksExecutor(), net::use_future);         // ok: detached-task
}

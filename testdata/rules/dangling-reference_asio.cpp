// Real Asio: co_spawn keeps the callable, but not what its references refer to.
#include <asio.hpp>

#include <memory>
#include <string>

namespace net = asio;
using net::awaitable;
using net::use_awaitable;

void log(std::exception_ptr error);

awaitable<void> send(net::ip::tcp::socket& socket, const std::string& text) {
  co_await net::async_write(socket, net::buffer(text), use_awaitable);
}
awaitable<void> serve(net::ip::tcp::socket socket) {
  co_await socket.async_wait(net::ip::tcp::socket::wait_read, use_awaitable);
}

void temporaries(net::io_context& loop, net::ip::tcp::socket& socket) {
  net::co_spawn(loop, send(socket, "hello"), log);            // want: dangling-reference warning
  std::string text = "hello";
  net::co_spawn(loop, send(socket, text), log);               // want: dangling-reference
}

void closures(net::io_context& loop, net::ip::tcp::socket& socket, std::string text) {
  net::co_spawn(loop, [text, &socket]() -> awaitable<void> {  // ok: dangling-reference   co_spawn keeps it
    co_await net::async_write(socket, net::buffer(text), use_awaitable);
  }, log);
  net::co_spawn(loop, [text, &socket]() -> awaitable<void> {  // want: dangling-reference
    co_await net::async_write(socket, net::buffer(text), use_awaitable);
  }(), log);
  net::co_spawn(loop, [&text, &socket]() -> awaitable<void> { // want: dangling-reference
    co_await net::async_write(socket, net::buffer(text), use_awaitable);
  }, log);
  net::co_spawn(loop, [](std::string own, net::ip::tcp::socket& other) -> awaitable<void> { // ok: dangling-reference
    co_await net::async_write(other, net::buffer(own), use_awaitable);
  }(text, socket), log);
}

void runsTheLoop(net::ip::tcp::socket& socket) {
  net::io_context loop;
  std::string text = "hello";
  net::co_spawn(loop, send(socket, text), log);               // ok: dangling-reference   the loop runs before it ends
  loop.run();
}

void runLoop(net::io_context& loop);
void runsTheLoopElsewhere(net::io_context& loop, net::ip::tcp::socket& socket) {
  std::string text = "hello";
  net::co_spawn(loop, send(socket, text), log);               // ok: dangling-reference   the loop is handed on
  runLoop(loop);
}

awaitable<void> accepts(net::ip::tcp::acceptor& acceptor) {
  for (;;) {
    net::ip::tcp::socket socket = co_await acceptor.async_accept(use_awaitable);
    net::co_spawn(acceptor.get_executor(), serve(std::move(socket)), log); // ok: dangling-reference   by value
  }
}

class Server {
public:
  void start() {
    net::co_spawn(loop_, run(), log);                         // want: dangling-reference note
    net::co_spawn(loop_, [this]() -> awaitable<void> { co_await run(); }, log); // want: dangling-reference note
  }

private:
  awaitable<void> run() { co_await timer_.async_wait(use_awaitable); }
  net::io_context& loop_;
  net::steady_timer timer_{loop_};
};

class Session : public std::enable_shared_from_this<Session> {
public:
  void start() {
    net::co_spawn(socket_.get_executor(), [self = shared_from_this()] { return self->read(); }, log); // ok: dangling-reference
    net::co_spawn(socket_.get_executor(), [this, self = shared_from_this()]() -> awaitable<void> {   // ok: dangling-reference
      co_await read();
    }, log);
    net::co_spawn(socket_.get_executor(), keepsItself(), log);  // ok: dangling-reference
  }

private:
  awaitable<void> read() { co_await socket_.async_wait(net::ip::tcp::socket::wait_read, use_awaitable); }
  awaitable<void> keepsItself() {
    auto self = shared_from_this();
    co_await read();
  }
  net::ip::tcp::socket socket_;
};

int main() {
  net::io_context loop;
  net::ip::tcp::socket socket(loop);
  std::string text = "hello";
  net::co_spawn(loop, send(socket, text), log);               // ok: dangling-reference   main runs the loop
  loop.run();
}

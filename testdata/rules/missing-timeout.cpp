// enable: missing-timeout
#include <asio.hpp>
#include <asio/experimental/awaitable_operators.hpp>

#include <chrono>
#include <string>

using namespace std::chrono_literals;
using namespace asio::experimental::awaitable_operators;
using asio::awaitable;
using asio::use_awaitable;
using asio::ip::tcp;

// ---- without a deadline

awaitable<void> reads(tcp::socket& socket, asio::mutable_buffer buffer) {
  co_await socket.async_read_some(buffer, use_awaitable);     // want: missing-timeout warning
}

awaitable<void> writes(tcp::socket& socket, asio::const_buffer buffer) {
  co_await socket.async_write_some(buffer, use_awaitable);    // want: missing-timeout
  co_await asio::async_write(socket, buffer, use_awaitable);  // want: missing-timeout
}

awaitable<void> readsAll(tcp::socket& socket, asio::mutable_buffer buffer) {
  co_await asio::async_read(socket, buffer, use_awaitable);   // want: missing-timeout
}

awaitable<std::string> readsALine(tcp::socket& socket) {
  std::string line;
  co_await asio::async_read_until(socket, asio::dynamic_buffer(line), '\n', use_awaitable); // want: missing-timeout
  co_return line;
}

awaitable<void> connects(tcp::socket& socket, tcp::endpoint peer) {
  co_await socket.async_connect(peer, use_awaitable);         // want: missing-timeout
}

awaitable<void> resolves(tcp::resolver& resolver) {
  auto found = co_await resolver.async_resolve("host", "80", use_awaitable); // want: missing-timeout
  static_cast<void>(found);
}

awaitable<void> receives(tcp::socket& socket, asio::mutable_buffer buffer) {
  size_t size = co_await socket.async_receive(buffer, use_awaitable); // want: missing-timeout
  static_cast<void>(size);
}

awaitable<void> inALoop(tcp::socket& socket, asio::mutable_buffer buffer) {
  for (;;) {
    co_await socket.async_read_some(buffer, use_awaitable);   // want: missing-timeout
  }
}

awaitable<void> inBoth(tcp::socket& socket, asio::mutable_buffer buffer) {
  co_await (reads(socket, buffer) && connects(socket, {}));
  co_await socket.async_send(buffer, use_awaitable);          // want: missing-timeout
}

// ---- with one

awaitable<void> wait(std::chrono::seconds time) {
  asio::steady_timer timer(co_await asio::this_coro::executor, time);
  co_await timer.async_wait(use_awaitable);                   // ok: missing-timeout   ends by itself
}

awaitable<void> races(tcp::socket& socket, asio::mutable_buffer buffer) {
  co_await (socket.async_read_some(buffer, use_awaitable) || wait(5s)); // ok: missing-timeout
}

awaitable<void> bounded(tcp::socket& socket, asio::mutable_buffer buffer) {
  co_await asio::async_read(socket, buffer, use_awaitable);   // ok: missing-timeout   its only caller races
}
awaitable<void> bounds(tcp::socket& socket, asio::mutable_buffer buffer) {
  co_await (bounded(socket, buffer) || wait(5s));             // ok: missing-timeout
}

awaitable<void> boundedDeep(tcp::socket& socket, asio::mutable_buffer buffer) {
  co_await asio::async_read(socket, buffer, use_awaitable);   // ok: missing-timeout
}
awaitable<void> between(tcp::socket& socket, asio::mutable_buffer buffer) {
  co_await boundedDeep(socket, buffer);
}
awaitable<void> boundsDeep(tcp::socket& socket, asio::mutable_buffer buffer) {
  co_await (between(socket, buffer) || wait(5s));
}

awaitable<void> boundedByOne(tcp::socket& socket, asio::mutable_buffer buffer) {
  co_await asio::async_read(socket, buffer, use_awaitable);   // want: missing-timeout
}
awaitable<void> boundsIt(tcp::socket& socket, asio::mutable_buffer buffer) {
  co_await (boundedByOne(socket, buffer) || wait(5s));
}
awaitable<void> doesNotBoundIt(tcp::socket& socket, asio::mutable_buffer buffer) {
  co_await boundedByOne(socket, buffer);
}

awaitable<void> watchdog(tcp::socket& socket, asio::steady_timer& timer, asio::mutable_buffer buffer) {
  timer.expires_after(5s);
  timer.async_wait([&](std::error_code error) {
    if (!error) { socket.cancel(); }
  });
  co_await socket.async_read_some(buffer, use_awaitable);     // ok: missing-timeout   the timer cancels it
}

awaitable<void> watchdogOfItsOwn(tcp::socket& socket, asio::mutable_buffer buffer) {
  asio::steady_timer timer(socket.get_executor(), 5s);
  timer.async_wait([&](std::error_code) { socket.cancel(); });
  co_await socket.async_read_some(buffer, use_awaitable);     // ok: missing-timeout
}

awaitable<void> untilATime(tcp::socket& socket, asio::steady_timer& timer, asio::mutable_buffer buffer) {
  timer.expires_at(std::chrono::steady_clock::now() + 5s);
  co_await (socket.async_read_some(buffer, use_awaitable) || timer.async_wait(use_awaitable)); // ok: missing-timeout
}

awaitable<void> accepts(tcp::acceptor& acceptor) {
  auto socket = co_await acceptor.async_accept(use_awaitable); // ok: missing-timeout   whoever comes
  static_cast<void>(socket);
}

awaitable<void> signals(asio::signal_set& set) {
  co_await set.async_wait(use_awaitable);                     // ok: missing-timeout
}

awaitable<void> sleeps(asio::steady_timer& timer) {
  co_await timer.async_wait(use_awaitable);                   // ok: missing-timeout
}

void callbacks(tcp::socket& socket, asio::mutable_buffer buffer) {
  socket.async_read_some(buffer, [](std::error_code, size_t) {}); // ok: missing-timeout   nothing is awaited
}

// ---- a watchdog beside it

using std::chrono::steady_clock;

awaitable<void> watch(steady_clock::time_point& deadline) {
  asio::steady_timer timer(co_await asio::this_coro::executor);
  while (deadline > steady_clock::now()) {
    timer.expires_at(deadline);
    co_await timer.async_wait(use_awaitable);
  }
  throw std::system_error(std::make_error_code(std::errc::timed_out));
}
awaitable<void> tick() {
  asio::steady_timer timer(co_await asio::this_coro::executor, 5s);
  co_await timer.async_wait(use_awaitable);
}

awaitable<void> echo(tcp::socket& socket, steady_clock::time_point& deadline, asio::mutable_buffer buffer) {
  for (;;) {
    deadline = steady_clock::now() + 3s;
    co_await socket.async_read_some(buffer, use_awaitable);   // ok: missing-timeout   what throws beside it ends it
  }
}
awaitable<void> serves(tcp::socket socket, asio::mutable_buffer buffer) {
  steady_clock::time_point deadline;
  co_await (echo(socket, deadline, buffer) && watch(deadline));
}

awaitable<void> copies(tcp::socket& socket, asio::mutable_buffer buffer) {
  co_await socket.async_read_some(buffer, use_awaitable);     // want: missing-timeout
}
awaitable<void> waitsForBoth(tcp::socket socket, asio::mutable_buffer buffer) {
  co_await (copies(socket, buffer) && tick());
}

class Session {
public:
  awaitable<void> reads(asio::mutable_buffer buffer) {
    until_ = steady_clock::now() + 3s;
    co_await socket_.async_read_some(buffer, use_awaitable);  // ok: missing-timeout   watches() closes it
    co_await asio::async_write(socket_, buffer, use_awaitable); // ok: missing-timeout
    co_await other_.async_read_some(buffer, use_awaitable);   // want: missing-timeout
  }
  awaitable<void> watches() {
    while (until_ > steady_clock::now()) {
      timer_.expires_at(until_);
      co_await timer_.async_wait(use_awaitable);
    }
    socket_.close();
  }

private:
  tcp::socket socket_;
  tcp::socket other_;
  asio::steady_timer timer_;
  steady_clock::time_point until_;
};

// What only looks bad in public code with asio.
#include <asio.hpp>
#include <asio/experimental/awaitable_operators.hpp>

#include <chrono>
#include <cstdlib>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>

using asio::awaitable;
using asio::use_awaitable;
using namespace asio::experimental::awaitable_operators;
using namespace std::chrono_literals;

// ---- waits that suspend

struct Alarm {
  awaitable<void> wait(std::chrono::steady_clock::time_point deadline) {
    timer.expires_at(deadline);
    co_await timer.async_wait(use_awaitable);
  }
  template <typename Token> auto wait(std::chrono::steady_clock::time_point deadline, Token&& token) {
    timer.expires_at(deadline);
    return timer.async_wait(std::forward<Token>(token));
  }
  asio::steady_timer timer;
};

awaitable<void> waits(Alarm& alarm, Alarm& other, std::chrono::steady_clock::time_point deadline) {
  co_await alarm.wait(deadline, use_awaitable);
  co_await (alarm.wait(deadline) && other.wait(deadline));
  co_await (alarm.wait(deadline) || other.wait(deadline, use_awaitable));
}

// ---- connecting a datagram socket sends nothing

awaitable<void> connects(asio::ip::udp::socket& socket, asio::ip::udp::endpoint server, asio::local::datagram_protocol::socket& local) {
  socket.connect(server);
  local.connect(asio::local::datagram_protocol::endpoint("/run/log"));
  co_await socket.async_send(asio::buffer("hello"), use_awaitable);
}

// ---- after the switch to a pool, until the next operation

awaitable<void> computes(asio::thread_pool& pool) {
  co_await asio::post(asio::bind_executor(pool, use_awaitable));
  std::this_thread::sleep_for(1s);
}

awaitable<void> computesOnItsOwn() {
  asio::thread_pool pool(1);
  co_await asio::post(pool.get_executor(), asio::bind_executor(pool, use_awaitable));
  (void)std::system("make");
}

// ---- in a callable that goes to a thread

struct Workers {
  template <typename Work> void toThread(Work work) { std::thread(std::move(work)).detach(); }
  template <typename Work> void toThreadPool(Work work) { asio::post(pool, std::move(work)); }
  asio::thread_pool pool;
};

awaitable<void> hands(Workers& workers) {
  workers.toThread([] { ::sleep(1); });
  workers.toThreadPool([] { ::sleep(1); });
  std::thread worker([] { ::sleep(1); });
  worker.detach();  // want: detached-task
  co_return;
}

// ---- native calls after a wait for readiness, also in a class of somebody else's

struct Passes {
  void start() {
    socket.async_wait(asio::ip::tcp::socket::wait_write, [this](std::error_code error) {
      if (!error) { ::send(socket.native_handle(), "x", 1, 0); } // ok: blocking-socket
    });
  }
  asio::ip::tcp::socket socket;
};

class Library {
public:
  explicit Library(asio::ip::tcp::socket& socket) : socket_(socket) {}
  void read(std::error_code& error) { socket_.read_some(asio::buffer(data_), error); }

private:
  asio::ip::tcp::socket& socket_;
  char data_[128];
};
class Glue {
public:
  explicit Glue(asio::ip::tcp::socket socket) : socket_(std::move(socket)) {}
  void start() {
    socket_.non_blocking(true);
    socket_.async_wait(asio::ip::tcp::socket::wait_read, [this](std::error_code error) {
      library_.read(error); // ok: blocking-socket   all that it is ever given is non-blocking
    });
  }

private:
  asio::ip::tcp::socket socket_;
  Library library_{socket_};
};

// ---- the end of a thread that was awaited

awaitable<void> joinsWhatHasEnded(asio::io_context& loop) {
  asio::steady_timer ended(loop, std::chrono::steady_clock::time_point::max());
  std::thread worker([&] {
    ::sleep(1);
    asio::post(loop, [&] { ended.cancel(); });
  });
  co_await ended.async_wait(use_awaitable);
  worker.join();
}

// Sleeps that public code had between its awaits, before and after they were repaired.
#include <asio.hpp>

#include <chrono>
#include <thread>
#include <type_traits>

using asio::awaitable;
using asio::use_awaitable;
using namespace std::chrono_literals;

awaitable<void> pause(std::chrono::milliseconds time) {
  asio::steady_timer timer(co_await asio::this_coro::executor, time);
  co_await timer.async_wait(use_awaitable);
}
awaitable<bool> connect(asio::ip::tcp::socket& socket, const asio::ip::tcp::endpoint& server) {
  std::error_code error;
  co_await socket.async_connect(server, asio::redirect_error(use_awaitable, error));
  co_return !error;
}

namespace before {

// ---- between awaits

awaitable<void> heartbeat(asio::ip::tcp::socket& socket) {
  for (;;) {
    co_await asio::async_write(socket, asio::buffer("ping"), use_awaitable);
    std::this_thread::sleep_for(30s);        // want: blocking-sleep
  }
}

// ---- in the else branch of an `if constexpr`

template <typename Source> awaitable<int> poll(Source& source) {
  for (;;) {
    if (source.available() > 0) { co_return source.available(); }
    if constexpr (Source::is_remote) {
      co_await pause(10ms);
    } else {
      std::this_thread::sleep_for(10ms);     // want: blocking-sleep
    }
  }
}

// ---- in a retry loop

awaitable<bool> connectWithRetries(asio::ip::tcp::socket& socket, asio::ip::tcp::endpoint server) {
  for (int attempt = 0; attempt < 5; ++attempt) {
    if (co_await connect(socket, server)) { co_return true; }
    std::this_thread::sleep_for(std::chrono::milliseconds(100 << attempt)); // want: blocking-sleep
  }
  co_return false;
}

// ---- the fallback of a helper for those who have no executor

struct Executor {
  virtual ~Executor() = default;
  virtual bool schedule(std::chrono::milliseconds after) = 0;
};
awaitable<void> sleepOn(Executor* executor, std::chrono::milliseconds time) {
  if (executor == nullptr) {
    std::this_thread::sleep_for(time);       // want: blocking-sleep
    co_return;
  }
  executor->schedule(time);
  co_await pause(time);
}

} // namespace before

namespace after {

awaitable<void> heartbeat(asio::ip::tcp::socket& socket) {
  for (;;) {
    co_await asio::async_write(socket, asio::buffer("ping"), use_awaitable);
    co_await pause(30s);                     // ok: blocking-sleep
  }
}

template <typename Source> awaitable<int> poll(Source& source) {
  for (;;) {
    if (source.available() > 0) { co_return source.available(); }
    if constexpr (Source::is_remote) {
      co_await pause(10ms);
    } else {
      co_await pause(1ms);                   // ok: blocking-sleep
    }
  }
}

awaitable<bool> connectWithRetries(asio::ip::tcp::socket& socket, asio::ip::tcp::endpoint server) {
  for (int attempt = 0; attempt < 5; ++attempt) {
    if (co_await connect(socket, server)) { co_return true; }
    co_await pause(std::chrono::milliseconds(100 << attempt)); // ok: blocking-sleep
  }
  co_return false;
}

} // namespace after

struct Local {
  static constexpr bool is_remote = false;
  int available() const { return 1; }
};
struct Remote {
  static constexpr bool is_remote = true;
  int available() const { return 1; }
};
awaitable<int> both(Local& local, Remote& remote) {
  const int before = co_await before::poll(local) + co_await before::poll(remote);
  co_return before + co_await after::poll(local) + co_await after::poll(remote);
}

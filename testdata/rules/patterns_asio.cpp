// enable: state-across-await
// Loops, locks and state in coroutines and handlers of Asio.
#include <asio.hpp>

#include <atomic>
#include <chrono>
#include <fstream>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

// NOLINTBEGIN(nostall-blocking-lock): that they wait is another matter

using asio::awaitable;
using asio::use_awaitable;
using namespace std::chrono_literals;

std::atomic<int> connections;
std::mutex table_mutex;
std::vector<std::string> table;
thread_local std::string request_id;

awaitable<void> rest() {
  asio::steady_timer timer(co_await asio::this_coro::executor, 1ms);
  co_await timer.async_wait(use_awaitable);
}
awaitable<int> price();
void audit(const std::string& id);

// ---- busy-loop

awaitable<void> drains() {
  while (connections.load() > 0) {}                       // want: busy-loop warning
  while (connections.load() > 0) { co_await rest(); }    // ok: busy-loop
}

awaitable<void> yieldsToThreads() {
  while (connections != 0) { std::this_thread::yield(); } // want: busy-loop
  while (connections != 0) { co_await asio::post(use_awaitable); } // ok: busy-loop   yields to the loop
}

void handler(asio::steady_timer& timer) {
  timer.async_wait([](std::error_code) {
    while (connections.load() > 4) {}                     // want: busy-loop
  });
}

void inPool(asio::thread_pool& pool) {
  asio::post(pool, [] {
    while (connections.load() > 4) {}                     // ok: busy-loop   no event loop waits
  });
}

// ---- blocking-under-lock

awaitable<int> size() {
  std::lock_guard lock(table_mutex);
  co_return static_cast<int>(table.size());
}

void saves(asio::thread_pool& pool) {
  asio::post(pool, [] {
    std::lock_guard lock(table_mutex);
    std::ofstream file("table");                          // want: blocking-under-lock note
  });
}

void copiesAndSaves(asio::thread_pool& pool) {
  asio::post(pool, [] {
    std::vector<std::string> copy;
    {
      std::lock_guard lock(table_mutex);
      copy = table;
    }
    std::ofstream file("table");                          // ok: blocking-under-lock
  });
}

// ---- thread-local-across-await

awaitable<void> names(std::string id) {
  request_id = id;
  co_await rest();
  audit(request_id);                                      // want: thread-local-across-await warning
}

awaitable<void> namesAgain(std::string id) {
  co_await rest();
  request_id = id;
  audit(request_id);                                      // ok: thread-local-across-await
}

awaitable<void> keepsAReference() {
  std::string& id = request_id;
  co_await asio::post(use_awaitable);
  audit(id);                                              // want: thread-local-across-await
}

// ---- state-across-await

class Account {
public:
  awaitable<void> charge() {
    const int before = balance_;
    const int amount = co_await price();
    balance_ = before - amount;                           // want: state-across-await warning
  }
  awaitable<void> chargeAtOnce() {
    const int amount = co_await price();
    balance_ = balance_ - amount;                         // ok: state-across-await
  }
  awaitable<void> opens(asio::ip::tcp::endpoint server) {
    if (!socket_.is_open()) {
      co_await socket_.async_connect(server, use_awaitable); // ok: state-across-await   the socket's own state
    }
    if (opened_) { co_return; }
    co_await rest();
    opened_ = true;                                       // want: state-across-await
  }

private:
  asio::ip::tcp::socket socket_;
  int balance_ = 0;
  bool opened_ = false;
};

// ---- lock-across-await

awaitable<void> locks() {
  std::unique_lock lock(table_mutex);
  table.clear();
  co_await rest();                                       // want: lock-across-await error
  lock.unlock();
  co_await rest();                                       // ok: lock-across-await
}

// NOLINTEND(nostall-blocking-lock)

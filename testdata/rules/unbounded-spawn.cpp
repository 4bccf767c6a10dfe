#include "fake/task.h"

#include <asio.hpp>
#include <asio/experimental/channel.hpp>

#include <array>
#include <atomic>
#include <iostream>
#include <map>
#include <semaphore>
#include <string>
#include <vector>

using asio::awaitable;
using asio::co_spawn;
using asio::detached;
using asio::use_awaitable;

awaitable<void> fetch(std::string url);
awaitable<void> serve(asio::ip::tcp::socket socket);
awaitable<void> worker();
bool next(std::string& url);
bool chance();

// ---- nothing limits them

awaitable<void> all(std::vector<std::string> urls) {
  auto executor = co_await asio::this_coro::executor;
  for (const std::string& url : urls) {
    co_spawn(executor, fetch(url), detached);           // want: unbounded-spawn note // want: detached-task note
  }
}

awaitable<void> byIndex(std::vector<std::string> urls) {
  auto executor = co_await asio::this_coro::executor;
  for (size_t i = 0; i < urls.size(); ++i) {
    co_spawn(executor, fetch(urls[i]), detached);       // want: unbounded-spawn // want: detached-task note
  }
}

awaitable<void> byIterator(std::map<int, std::string> urls) {
  auto executor = co_await asio::this_coro::executor;
  for (auto url = urls.begin(); url != urls.end(); ++url) {
    co_spawn(executor, fetch(url->second), detached);   // want: unbounded-spawn // want: detached-task note
  }
}

awaitable<void> lines(std::istream& input) {
  auto executor = co_await asio::this_coro::executor;
  std::string url;
  while (std::getline(input, url)) {
    co_spawn(executor, fetch(url), detached);           // want: unbounded-spawn // want: detached-task note
  }
}

awaitable<void> queue() {
  auto executor = co_await asio::this_coro::executor;
  std::string url;
  while (next(url)) {
    co_spawn(executor, fetch(url), detached);           // want: unbounded-spawn // want: detached-task note
  }
}

awaitable<void> someOfThem(std::vector<std::string> urls) {
  auto executor = co_await asio::this_coro::executor;
  for (const std::string& url : urls) {
    if (chance()) {
      co_spawn(executor, fetch(url), detached);         // want: unbounded-spawn // want: detached-task note
    }
  }
}

awaitable<void> batches(std::vector<std::vector<std::string>> all) {
  auto executor = co_await asio::this_coro::executor;
  for (const auto& urls : all) {
    for (const std::string& url : urls) {
      co_spawn(executor, fetch(url), detached);         // want: unbounded-spawn // want: detached-task note
    }
    co_await fetch("");
  }
}

void callback(asio::steady_timer& timer, std::vector<std::string>& urls) {
  timer.async_wait([&](std::error_code) {
    for (const std::string& url : urls) {
      co_spawn(timer.get_executor(), fetch(url), detached); // want: unbounded-spawn // want: detached-task note
    }
  });
}

awaitable<void> lambdas(std::vector<std::string> urls) {
  auto executor = co_await asio::this_coro::executor;
  for (const std::string& url : urls) {
    co_spawn(executor, [url]() -> awaitable<void> { co_await fetch(url); }, detached); // want: unbounded-spawn // want: detached-task warning
  }
}

/// Runs on its own: nobody sees it end.
struct Detached {
  struct promise_type {
    Detached get_return_object() { return {}; }
    std::suspend_never initial_suspend() noexcept { return {}; }
    std::suspend_never final_suspend() noexcept { return {}; }
    void unhandled_exception() noexcept {}
    void return_void() {}
  };
};
Detached run(std::string url) { co_await fake::Tick{}; }

fake::Task<> homeGrown(std::vector<std::string> urls) {
  for (const std::string& url : urls) {
    run(url);                                           // want: unbounded-spawn
  }
  co_return;
}

// ---- something limits them

awaitable<void> acceptLoop(asio::ip::tcp::acceptor& acceptor) {
  for (;;) {
    auto socket = co_await acceptor.async_accept(use_awaitable);
    co_spawn(acceptor.get_executor(), serve(std::move(socket)), detached); // ok: unbounded-spawn   awaits the next one // want: detached-task note
  }
}

awaitable<void> awaitsEach(std::vector<std::string> urls) {
  for (const std::string& url : urls) {
    co_await fetch(url);                                // ok: unbounded-spawn
  }
}

awaitable<void> slots(std::vector<std::string> urls, asio::experimental::channel<void(std::error_code, int)>& slots) {
  auto executor = co_await asio::this_coro::executor;
  for (const std::string& url : urls) {
    co_await slots.async_send({}, 0, use_awaitable);
    co_spawn(executor, fetch(url), detached);           // ok: unbounded-spawn // want: detached-task note
  }
}

awaitable<void> semaphore(std::vector<std::string> urls, std::counting_semaphore<8>& semaphore) {
  auto executor = co_await asio::this_coro::executor;
  for (const std::string& url : urls) {
    if (!semaphore.try_acquire()) { break; }
    co_spawn(executor, fetch(url), detached);           // ok: unbounded-spawn // want: detached-task note
  }
}

awaitable<void> counter(std::vector<std::string> urls, std::atomic<int>& running) {
  auto executor = co_await asio::this_coro::executor;
  for (const std::string& url : urls) {
    if (++running > 8) { break; }
    co_spawn(executor, fetch(url), detached);           // ok: unbounded-spawn // want: detached-task note
  }
}

class Crawler {
public:
  awaitable<void> counts(std::vector<std::string> urls) {
    auto executor = co_await asio::this_coro::executor;
    for (const std::string& url : urls) {
      if (running_ >= 8) { break; }
      ++running_;
      co_spawn(executor, fetch(url), detached);         // ok: unbounded-spawn   eight // want: detached-task note
    }
  }
  awaitable<void> countsDown(std::vector<std::string> urls) {
    auto executor = co_await asio::this_coro::executor;
    for (const std::string& url : urls) {
      if (full()) { break; }
      ++started_;
      co_spawn(executor, one(url), detached);           // ok: unbounded-spawn   one() counts down // want: detached-task warning
    }
  }
  awaitable<void> remembers(std::vector<std::string> urls) {
    auto executor = co_await asio::this_coro::executor;
    for (const std::string& url : urls) {
      last_ = url;
      co_spawn(executor, fetch(url), detached);         // want: unbounded-spawn // want: detached-task note
    }
  }
  awaitable<void> onlyCounts(std::vector<std::string> urls) {
    auto executor = co_await asio::this_coro::executor;
    for (const std::string& url : urls) {
      ++total_;
      co_spawn(executor, fetch(url), detached);         // want: unbounded-spawn // want: detached-task note
    }
  }
  awaitable<void> one(std::string url) {
    co_await fetch(url);
    --started_;
  }
  bool full() const;

private:
  int running_ = 0;
  int started_ = 0;
  int total_ = 0;
  std::string last_;
};

awaitable<void> workers() {
  auto executor = co_await asio::this_coro::executor;
  for (int i = 0; i < 4; ++i) {
    co_spawn(executor, worker(), detached);             // ok: unbounded-spawn   four // want: detached-task note
  }
}

awaitable<void> manyWorkers(int count) {
  auto executor = co_await asio::this_coro::executor;
  for (int i = 0; i < count; ++i) {
    co_spawn(executor, worker(), detached);             // ok: unbounded-spawn   a number, no input // want: detached-task note
  }
}

awaitable<void> fixedList() {
  auto executor = co_await asio::this_coro::executor;
  for (const char* url : {"a", "b"}) {
    co_spawn(executor, fetch(url), detached);           // ok: unbounded-spawn   two // want: detached-task note
  }
  std::array<const char*, 2> urls = {"a", "b"};
  for (const char* url : urls) {
    co_spawn(executor, fetch(url), detached);           // ok: unbounded-spawn // want: detached-task note
  }
}

awaitable<void> once(std::string url) {
  auto executor = co_await asio::this_coro::executor;
  co_spawn(executor, fetch(url), detached);             // ok: unbounded-spawn   no loop // want: detached-task note
}

awaitable<void> gathers(std::vector<std::string> urls) {
  std::vector<awaitable<void>> tasks;
  for (const std::string& url : urls) {
    tasks.push_back(fetch(url));                        // ok: unbounded-spawn   started and awaited together
  }
  for (auto& task : tasks) { co_await std::move(task); }
}

int main() {
  asio::io_context loop;
  for (const std::string& url : std::vector<std::string>{"a", "b"}) {
    co_spawn(loop, fetch(url), detached);               // ok: unbounded-spawn   before the loop runs // want: detached-task note
  }
  loop.run();
}

// ---- one for each of what the object keeps

class Room {
public:
  awaitable<void> tellAll(std::string text) {
    auto executor = co_await asio::this_coro::executor;
    for (const std::string& name : names_) {
      co_spawn(executor, fetch(name + text), detached); // ok: unbounded-spawn // want: detached-task note
    }
    for (const auto& [id, guests] : guests_) {
      co_spawn(executor, fetch(guests.front()), detached); // ok: unbounded-spawn // want: detached-task note
    }
    for (const std::string& name : guests_[0]) {
      co_spawn(executor, fetch(name), detached);        // ok: unbounded-spawn // want: detached-task note
    }
    for (size_t i = 0; i < names_.size(); ++i) {
      co_spawn(executor, fetch(names_[i]), detached);   // ok: unbounded-spawn // want: detached-task note
    }
  }

  awaitable<void> tell(std::vector<std::string> names) {
    auto executor = co_await asio::this_coro::executor;
    for (const std::string& name : names) {
      co_spawn(executor, fetch(name), detached);        // want: unbounded-spawn note // want: detached-task note
    }
  }

private:
  std::vector<std::string> names_;
  std::map<int, std::vector<std::string>> guests_;
};

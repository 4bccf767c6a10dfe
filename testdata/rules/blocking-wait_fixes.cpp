// Waits that public code had in its coroutines, before and after they were repaired.
#include <asio.hpp>

#include <asio/experimental/channel.hpp>
#include <chrono>
#include <condition_variable>
#include <functional>
#include <future>
#include <memory>
#include <mutex>
#include <vector>

using asio::awaitable;
using asio::use_awaitable;

struct Connection {};
void request(std::function<void(int)> done);

namespace before {

// ---- a promise to turn a callback into a result

awaitable<int> fetch() {
  std::promise<int> promise;
  request([&promise](int value) { promise.set_value(value); });
  co_return promise.get_future().get();      // want: blocking-wait
}

awaitable<int> fetchInTwoSteps() {
  auto promise = std::make_shared<std::promise<int>>();
  auto future = promise->get_future();
  request([promise](int value) { promise->set_value(value); });
  co_return future.get();                    // want: blocking-wait
}

// ---- a pool of connections behind a condition variable

class Pool {
public:
  std::unique_ptr<Connection> take() {
    std::unique_lock lock(mutex_);
    returned_.wait(lock, [this] { return !free_.empty(); });
    auto connection = std::move(free_.back());
    free_.pop_back();
    return connection;
  }
  void giveBack(std::unique_ptr<Connection> connection) {
    const std::lock_guard lock(mutex_);
    free_.push_back(std::move(connection));
    returned_.notify_one();
  }

private:
  std::mutex mutex_;
  std::condition_variable returned_;
  std::vector<std::unique_ptr<Connection>> free_;
};

awaitable<void> command(Pool& pool) {
  auto connection = pool.take();             // want: blocking-wait via before::Pool::take, std::condition_variable::wait // want: blocking-lock
  co_await asio::post(use_awaitable);
  pool.giveBack(std::move(connection));      // want: blocking-lock
}

} // namespace before

namespace after {

template <typename Token> auto requestAsync(Token&& token) {
  return asio::async_initiate<Token, void(int)>(
      [](auto handler) {
        request([handler = std::make_shared<decltype(handler)>(std::move(handler))](int value) { (*handler)(value); });
      },
      token);
}
awaitable<int> fetch() { co_return co_await requestAsync(use_awaitable); } // ok: blocking-wait

class Pool {
public:
  explicit Pool(asio::io_context& loop, std::size_t size) : free_(loop, size) {}
  awaitable<std::unique_ptr<Connection>> take() {
    co_return co_await free_.async_receive(use_awaitable);
  }
  void giveBack(std::unique_ptr<Connection> connection) {
    free_.try_send(std::error_code(), std::move(connection));
  }

private:
  asio::experimental::channel<void(std::error_code, std::unique_ptr<Connection>)> free_;
};

awaitable<void> command(Pool& pool) {
  auto connection = co_await pool.take();    // ok: blocking-wait
  co_await asio::post(use_awaitable);
  pool.giveBack(std::move(connection));      // ok: blocking-lock
}

} // namespace after

// Real Asio: what an operation returns depends on its completion token.
#include <asio.hpp>
#include <asio/experimental/awaitable_operators.hpp>
#include <asio/experimental/deferred.hpp>

#include <functional>
#include <map>
#include <string>

namespace net = asio;
using net::awaitable;
using net::use_awaitable;
using net::experimental::deferred;
using namespace net::experimental::awaitable_operators;

awaitable<void> session(int id);
awaitable<std::size_t> transfer(net::ip::tcp::socket& socket);
void log(std::exception_ptr error);

awaitable<void> discards(net::steady_timer& timer, net::ip::tcp::socket& socket, net::io_context& loop) {
  session(1);                                      // want: unawaited-task error
  timer.async_wait(use_awaitable);                 // want: unawaited-task
  timer.async_wait(deferred);                 // want: unawaited-task
  socket.async_read_some(net::mutable_buffer(), use_awaitable); // want: unawaited-task
  net::async_write(socket, net::const_buffer(), use_awaitable); // want: unawaited-task
  net::co_spawn(loop, session(1), use_awaitable);  // want: unawaited-task
  net::post(loop, use_awaitable);                  // want: unawaited-task
  (session(1) && session(2));                      // want: unawaited-task
  (session(1) || timer.async_wait(use_awaitable)); // want: unawaited-task
  timer.async_wait([](std::error_code) {});        // ok: unawaited-task   returns nothing
  net::co_spawn(loop, session(1), log);            // ok: unawaited-task
  net::co_spawn(loop, [] { return session(1); }, log); // ok: unawaited-task   co_spawn awaits it
  net::post(loop, [] { session(1); });             // want: unawaited-task
  timer.expires_after(std::chrono::seconds(1));    // ok: unawaited-task
  co_await session(1);                             // ok: unawaited-task
  co_await (session(1) && session(2));             // ok: unawaited-task
  co_await net::co_spawn(loop, session(1), use_awaitable); // ok: unawaited-task
  co_return;
}

awaitable<void> holds(net::steady_timer& timer, net::ip::tcp::socket& socket, net::io_context& loop) {
  auto waited = timer.async_wait(use_awaitable);   // want: unawaited-task error
  auto size = transfer(socket);                    // want: unawaited-task
  auto both = session(1) && session(2);            // want: unawaited-task
  auto operation = timer.async_wait(deferred); // want: unawaited-task
  auto child = net::co_spawn(loop, session(1), use_awaitable); // want: unawaited-task
  auto future = net::co_spawn(loop, session(1), net::use_future); // ok: unawaited-task   a std::future
  auto later = timer.async_wait(use_awaitable);    // ok: unawaited-task
  co_await std::move(later);
  auto started = session(2);                       // ok: unawaited-task
  net::co_spawn(loop, std::move(started), log);
  auto result = co_await transfer(socket);         // ok: unawaited-task   the result
  auto combined = session(3);                      // ok: unawaited-task
  co_await (std::move(combined) || timer.async_wait(use_awaitable));
}

struct Server {
  std::map<std::string, std::function<awaitable<void>(int)>> commands;

  awaitable<void> dispatch(const std::string& name) {
    commands[name](1);                             // want: unawaited-task
    if (auto found = commands.find(name); found != commands.end()) {
      found->second(1);                            // want: unawaited-task
      co_await found->second(2);                   // ok: unawaited-task
    }
  }
  awaitable<void> forward(const std::string& name) { return commands[name](1); } // ok: unawaited-task
};

// ---- handlers, whose results nobody takes

void handlers(net::steady_timer& timer, net::ip::tcp::acceptor& acceptor, net::io_context& loop, net::thread_pool& pool) {
  timer.async_wait([](std::error_code) -> awaitable<void> { co_await session(1); }); // want: unawaited-task error
  timer.async_wait([](std::error_code) { return session(1); }); // want: unawaited-task
  acceptor.async_accept([](std::error_code, net::ip::tcp::socket) -> awaitable<void> { co_await session(1); }); // want: unawaited-task
  net::post(loop, []() -> awaitable<void> { co_await session(1); }); // want: unawaited-task
  net::post(pool, []() -> awaitable<void> { co_await session(1); }); // want: unawaited-task
  timer.async_wait([&loop](std::error_code) { net::co_spawn(loop, session(1), log); }); // ok: unawaited-task
  net::post(loop, [] { return 1; });               // ok: unawaited-task
}

int main() {
  net::io_context loop;
  session(1);                                      // want: unawaited-task
  net::co_spawn(loop, session(1), log);            // ok: unawaited-task
  loop.run();
}

// Executors whose type forgets whose they are, where the body shows it.
#include <asio.hpp>

#include <chrono>
#include <thread>
#include <vector>

using asio::any_io_executor;
using asio::awaitable;

void nap() { std::this_thread::sleep_for(std::chrono::milliseconds(10)); }

awaitable<void> calm() {
  nap();                                                      // ok: blocking-sleep   on the pool
  co_return;
}
awaitable<void> calmToo() {
  nap();                                                      // ok: blocking-sleep   on the pool
  co_return;
}
awaitable<void> hasty() {
  nap();                                                      // want: blocking-sleep
  co_return;
}
awaitable<void> unknown() {
  nap();                                                      // want: blocking-sleep
  co_return;
}

void starts(asio::io_context& loop, asio::thread_pool& pool, any_io_executor any) {
  asio::post(any_io_executor(pool.get_executor()), [] { nap(); }); // ok: blocking-sleep   on the pool
  any_io_executor of_pool = pool.get_executor();
  asio::post(of_pool, [] { nap(); });                         // ok: blocking-sleep   on the pool
  any_io_executor of_loop = loop.get_executor();
  asio::post(of_loop, [] { nap(); });                         // want: blocking-sleep
  asio::post(any, [] { nap(); });                             // want: blocking-sleep
  std::vector<any_io_executor> several = {pool.get_executor(), loop.get_executor()};
  asio::post(several[1], [] { nap(); });                      // want: blocking-sleep
  const auto ignore = [](std::exception_ptr) {};
  asio::co_spawn(any_io_executor(pool.get_executor()), calm(), ignore);
  asio::co_spawn(of_pool, calmToo(), ignore);
  asio::co_spawn(of_loop, hasty(), ignore);
  asio::co_spawn(any, unknown(), ignore);
}

/// A task that makes a pool runs where it is started.
awaitable<asio::thread_pool*> makesPool() {
  nap();                                                      // want: blocking-sleep
  co_return nullptr;
}
void startsMaker(asio::io_context& loop) {
  asio::co_spawn(loop, makesPool(), [](std::exception_ptr, asio::thread_pool*) {});
}

// Processes that public code waited for in its coroutines, before and after it was repaired.
#include <asio.hpp>

#include <csignal>
#include <cstdlib>
#include <string>
#include <sys/wait.h>
#include <unistd.h>

using asio::awaitable;
using asio::use_awaitable;

namespace before {

awaitable<int> run(const char* program) {
  const pid_t child = ::fork();              // want: blocking-process
  if (child == 0) {
    ::execlp(program, program, nullptr);
    ::_exit(127);
  }
  int status = 0;
  ::waitpid(child, &status, 0);              // want: blocking-process
  co_return status;
}

awaitable<void> notify(std::string message) {
  std::system(("notify-send " + message).c_str()); // want: blocking-process
  co_return;
}

} // namespace before

namespace after {

awaitable<int> waitFor(pid_t child) {
  asio::signal_set ended(co_await asio::this_coro::executor, SIGCHLD);
  int status = 0;
  while (::waitpid(child, &status, WNOHANG) == 0) { // ok: blocking-process
    co_await ended.async_wait(use_awaitable);
  }
  co_return status;
}

awaitable<void> notify(asio::thread_pool& pool, std::string message) {
  asio::post(pool, [message] { return std::system(("notify-send " + message).c_str()); }); // ok: blocking-process
  co_return;
}

} // namespace after

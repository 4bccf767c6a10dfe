#include "store.h"

namespace after {

asio::awaitable<int> daily(Store& store, std::string user) {
  const int before = co_await store.balance(user); // ok: blocking-database
  co_await store.setBalance(user, before + 100);   // ok: blocking-database
  co_return before + 100;
}

} // namespace after

int main() {
  asio::io_context loop;
  after::Store store("chat.db");
  asio::co_spawn(loop, after::daily(store, "me"), [](std::exception_ptr, int) {});  // want: detached-task
  loop.run();
}

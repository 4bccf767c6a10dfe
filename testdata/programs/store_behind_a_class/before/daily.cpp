// SQL behind a class in another file, before and after it was repaired: coroutines that answer a chat.
#include "store.h"

#include "fake/task.h"

namespace before {

fake::Task<int> daily(Store& store, std::string user) {
  const int before = store.balance(user); // want: blocking-database via before::SqliteStore::balance, before::Statement::Statement, sqlite3_prepare_v2
  store.setBalance(user, before + 100);   // want: blocking-database
  co_return before + 100;
}

fake::Task<int> give(Store& store, std::string from, std::string to, int value) {
  const int left = store.balance(from);   // want: blocking-database
  if (left < value) { co_return left; }
  store.setBalance(from, left - value);   // want: blocking-database
  co_await fake::Tick();
  store.setBalance(to, store.balance(to) + value); // want: blocking-database // want: blocking-database
  co_return left - value;
}

} // namespace before

int main() {
  auto store = before::openStore("chat.db");
  before::daily(*store, "me");  // want: unawaited-task
}

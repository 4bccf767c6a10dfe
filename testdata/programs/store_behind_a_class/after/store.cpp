#include "store.h"

#include <sqlite3.h>

namespace after {

Store::Store(const char* path) { sqlite3_open(path, &database_); }
Store::~Store() {
  thread_.join();
  sqlite3_close(database_);
}

static int balanceOf(sqlite3* database, const std::string& user) {
  sqlite3_stmt* statement = nullptr;
  sqlite3_prepare_v2(database, "select balance from users where name = ?", -1, &statement, nullptr);
  sqlite3_bind_text(statement, 1, user.c_str(), -1, SQLITE_TRANSIENT);
  const int balance = sqlite3_step(statement) == SQLITE_ROW ? sqlite3_column_int(statement, 0) : 0;
  sqlite3_finalize(statement);
  return balance;
}

asio::awaitable<int> Store::balance(std::string user) {
  auto reads = [this, user]() -> asio::awaitable<int> { co_return balanceOf(database_, user); }; // ok: blocking-database
  co_return co_await asio::co_spawn(thread_, reads, asio::use_awaitable);
}

asio::awaitable<void> Store::setBalance(std::string user, int value) {
  co_await asio::post(asio::bind_executor(thread_, asio::use_awaitable));
  const std::string text = "update users set balance = " + std::to_string(value) + " where name = '" + user + "'";
  sqlite3_exec(database_, text.c_str(), nullptr, nullptr, nullptr); // ok: blocking-database
}

} // namespace after

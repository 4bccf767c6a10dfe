#include "store.h"

#include <sqlite3.h>

namespace before {
namespace {

class Statement {
public:
  Statement(sqlite3* database, const char* text) { sqlite3_prepare_v2(database, text, -1, &handle_, nullptr); }
  ~Statement() { sqlite3_finalize(handle_); }
  bool next() { return sqlite3_step(handle_) == SQLITE_ROW; }
  int number(int column) { return sqlite3_column_int(handle_, column); }
  void bind(int index, const std::string& text) { sqlite3_bind_text(handle_, index, text.c_str(), -1, SQLITE_TRANSIENT); }
  void bind(int index, int value) { sqlite3_bind_int(handle_, index, value); }

private:
  sqlite3_stmt* handle_ = nullptr;
};

class SqliteStore : public Store {
public:
  explicit SqliteStore(const char* path) { sqlite3_open(path, &database_); }
  ~SqliteStore() override { sqlite3_close(database_); }

  int balance(const std::string& user) override {
    Statement statement(database_, "select balance from users where name = ?");
    statement.bind(1, user);
    return statement.next() ? statement.number(0) : 0;
  }
  void setBalance(const std::string& user, int value) override {
    Statement statement(database_, "update users set balance = ? where name = ?");
    statement.bind(1, value);
    statement.bind(2, user);
    statement.next();
  }

private:
  sqlite3* database_ = nullptr;
};

} // namespace

std::unique_ptr<Store> openStore(const char* path) { return std::make_unique<SqliteStore>(path); }

} // namespace before

// A wrapper around a database, as most code bases have one.
#include "fake/task.h"

#include <sqlite3.h>
#include <string>

using fake::Task;

class Database {
public:
  explicit Database(const char* path) { sqlite3_open(path, &handle_); }
  ~Database() { sqlite3_close(handle_); }
  Database(const Database&) = delete;
  void execute(const std::string& sql) { sqlite3_exec(handle_, sql.c_str(), nullptr, nullptr, nullptr); }
  int changes() const { return sqlite3_changes(handle_); }

private:
  sqlite3* handle_ = nullptr;
};

Task<int> save(Database& database) {
  database.execute("insert into a values (1)"); // want: blocking-database error via Database::execute, sqlite3_exec
  co_return database.changes();                 // ok: blocking-database
}

Task<> opens() {
  Database database("a.db"); // want: blocking-database via Database::Database, sqlite3_open // want: blocking-database
  co_await fake::Tick{};
}

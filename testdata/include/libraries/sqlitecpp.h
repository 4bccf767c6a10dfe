// Declarations in the shape of SQLiteCpp.
#pragma once

namespace SQLite {
class Database {
public:
  explicit Database(const char* name);
  int exec(const char* query);
  long getLastInsertRowid() const;
};
class Statement {
public:
  Statement(const Database& database, const char* query);
  bool executeStep();
  void bind(int index, int value);
};
} // namespace SQLite

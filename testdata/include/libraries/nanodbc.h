// Declarations in the shape of nanodbc.
#pragma once

namespace nanodbc {
class connection {
public:
  connection();
  explicit connection(const char* text);
  bool connected() const;
};
class result {
public:
  bool next();
  short columns() const;
};
result execute(connection& database, const char* query);
} // namespace nanodbc

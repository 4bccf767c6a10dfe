// Declarations in the shape of MySQL Connector/C++ (JDBC).
#pragma once

namespace sql {
class ResultSet {
public:
  virtual bool next() = 0;
  virtual int getInt(int column) const = 0;
};
class Statement {
public:
  virtual ResultSet* executeQuery(const char* text) = 0;
};
class Connection {
public:
  virtual void commit() = 0;
  virtual bool isClosed() = 0;
};
class Driver {
public:
  virtual Connection* connect(const char* host, const char* user, const char* password) = 0;
};
} // namespace sql

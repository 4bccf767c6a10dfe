// Declarations in the shape of MySQL++.
#pragma once

namespace mysqlpp {
class StoreQueryResult {};
class Query {
public:
  StoreQueryResult store();
  void reset();
};
class Connection {
public:
  bool connect(const char* database);
  bool connected() const;
};
} // namespace mysqlpp

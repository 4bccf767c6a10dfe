// Declarations in the shape of MySQL Connector/C++ (X DevAPI).
#pragma once

namespace mysqlx {
inline namespace abi2 {
inline namespace r0 {
class Session {
public:
  explicit Session(const char* url);
  void commit();
  const char* getDefaultSchemaName();
};
template <typename Result, typename Derived>
class Executable {
public:
  Result execute();
};
class RowResult {
public:
  int fetchOne();
};
class TableSelect : public Executable<RowResult, TableSelect> {
public:
  TableSelect& where(const char* text);
};
} // namespace r0
} // namespace abi2
} // namespace mysqlx

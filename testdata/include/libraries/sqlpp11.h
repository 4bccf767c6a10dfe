// Declarations in the shape of sqlpp11.
#pragma once

namespace sqlpp::sqlite3 {
class connection_base {
public:
  template <typename Statement>
  auto operator()(const Statement& statement) -> int;
  unsigned long execute(const char* text);
  bool is_transaction_active();
};
class connection : public connection_base {};
} // namespace sqlpp::sqlite3

// Declarations in the shape of sqlite_orm.
#pragma once

#include <vector>

namespace sqlite_orm::internal {
struct storage_base {
  bool commit();
  void begin_transaction();
};
template <typename... Tables>
struct storage_t : storage_base {
  template <typename O>
  std::vector<O> get_all();
  const char* tablename() const;
};
} // namespace sqlite_orm::internal

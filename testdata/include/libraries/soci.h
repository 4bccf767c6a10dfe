// Declarations in the shape of SOCI.
#pragma once

#include <string>

namespace soci {
class connection_pool {
public:
  unsigned long lease();
  bool try_lease(unsigned long& position, int timeout);
};
namespace details {
class once_temp_type {
public:
  ~once_temp_type();
};
} // namespace details
class session {
public:
  session();
  explicit session(const char* parameters);
  explicit session(connection_pool& pool);
  template <typename T>
  details::once_temp_type operator<<(const T& text);
  void commit();
};
class statement {
public:
  bool execute(bool with_data = false);
};
} // namespace soci

// Declarations in the shape of Boost.MySQL.
#pragma once

#include "libraries/anything.h"

namespace boost::mysql {
class results {};
class any_connection {
public:
  void execute(const char* sql, results& result);
  template <typename Token>
  auto async_execute(const char* sql, results& result, Token&& token) -> int {
    return fake::Anything();
  }
  bool uses_ssl() const;
};
} // namespace boost::mysql

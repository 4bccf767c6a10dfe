// Declarations in the shape of cinatra.
#pragma once

#include "libraries/async-simple.h"

#include <string>

namespace cinatra {
struct resp_data {};
class coro_http_client {
public:
  resp_data get(std::string url);
  async_simple::coro::Lazy<resp_data> async_get(std::string url);
  async_simple::coro::Lazy<resp_data> connect(std::string url);
};
} // namespace cinatra

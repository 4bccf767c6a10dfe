// Declarations in the shape of yalantinglibs.
#pragma once

#include "libraries/anything.h"
#include "libraries/async-simple.h"

namespace cinatra {
class coro_http_server {
public:
  int sync_start();
  async_simple::Future<int> async_start();
};
} // namespace cinatra
namespace coro_rpc {
class coro_rpc_server_base {
public:
  int start();
};
} // namespace coro_rpc
namespace coro_io {
template <typename F>
async_simple::coro::Lazy<> post(F function) {
  return fake::Anything();
}
} // namespace coro_io

// Declarations in the shape of Cap'n Proto.
#pragma once

namespace kj {
class WaitScope {};
} // namespace kj
namespace capnp {
class EzRpcClient {
public:
  kj::WaitScope& getWaitScope();
  int getMain();
};
} // namespace capnp

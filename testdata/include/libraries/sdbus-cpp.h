// Declarations in the shape of sdbus-c++.
#pragma once

#include <functional>
#include <string>

namespace sdbus {
class MethodCall {};
class MethodReply {};
class PendingAsyncCall {};
class MethodInvoker {
public:
  MethodInvoker(MethodInvoker&& other);
  ~MethodInvoker();
  MethodInvoker& onInterface(const std::string& name);
};
class IProxy {
public:
  virtual ~IProxy();
  virtual MethodReply callMethod(const MethodCall& message) = 0;
  virtual PendingAsyncCall callMethod(const MethodCall& message, std::function<void(MethodReply)> done) = 0;
  MethodInvoker callMethod(const std::string& name);
};
class IConnection {
public:
  virtual void enterEventLoop() = 0;
  virtual void enterEventLoopAsync() = 0;
};
} // namespace sdbus

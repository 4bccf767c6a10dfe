// Declarations in the shape of Eclipse Paho C++.
#pragma once

#include <memory>

namespace mqtt {
class token {
public:
  virtual ~token();
  virtual void wait();
  virtual bool is_complete() const;
};
class client {
public:
  virtual ~client();
  virtual void connect();
};
class async_client {
public:
  std::shared_ptr<token> connect();
};
} // namespace mqtt

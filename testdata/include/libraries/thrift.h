// Declarations in the shape of Apache Thrift.
#pragma once

namespace apache::thrift {
namespace protocol {
class TProtocol {};
} // namespace protocol
namespace transport {
class TTransport {
public:
  virtual void open();
  virtual bool isOpen() const;
};
class TSocket : public TTransport {
public:
  void open() override;
};
} // namespace transport
namespace server {
class TServer {
public:
  virtual void serve() = 0;
};
} // namespace server
} // namespace apache::thrift

/// As the generator writes it.
class CalculatorClient {
public:
  explicit CalculatorClient(apache::thrift::protocol::TProtocol* protocol);
  int add(int a, int b);
  void send_add(int a, int b);

protected:
  apache::thrift::protocol::TProtocol* piprot_;
  apache::thrift::protocol::TProtocol* poprot_;
};

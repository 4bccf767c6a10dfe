// Declarations in the shape of Apache Pulsar.
#pragma once

#include <functional>

namespace pulsar {
enum Result { ResultOk };
class Message {};
class Producer {
public:
  Result send(const Message& message);
  void sendAsync(const Message& message, std::function<void(Result)> done);
};
class Consumer {
public:
  Result receive(Message& message);
};
} // namespace pulsar

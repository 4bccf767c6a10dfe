// Declarations in the shape of modern-cpp-kafka.
#pragma once

#include <chrono>

namespace kafka::clients {
namespace consumer {
class KafkaConsumer {
public:
  int poll(std::chrono::milliseconds timeout);
  void commitSync();
  void commitAsync();
};
} // namespace consumer
namespace producer {
class KafkaProducer {
public:
  void syncSend(const char* record);
};
} // namespace producer
} // namespace kafka::clients

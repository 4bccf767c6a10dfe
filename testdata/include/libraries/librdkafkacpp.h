// Declarations in the shape of librdkafka (C++).
#pragma once

namespace RdKafka {
class Message;
class KafkaConsumer {
public:
  virtual Message* consume(int timeout_ms) = 0;
  virtual int commitSync() = 0;
  virtual int commitAsync() = 0;
};
} // namespace RdKafka

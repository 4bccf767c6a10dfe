// Declarations in the shape of cppkafka.
#pragma once

#include <chrono>

namespace cppkafka {
class Message {};
class Consumer {
public:
  Message poll();
  Message poll(std::chrono::milliseconds timeout);
  void commit();
  void async_commit();
};
class Producer {
public:
  void produce(const char* text);
  void flush();
};
} // namespace cppkafka

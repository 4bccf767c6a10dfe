// Declarations in the shape of redis-plus-plus.
#pragma once

#include <string>

namespace sw::redis {
template <typename Impl>
class QueuedRedis {
public:
  QueuedRedis& set(const std::string& key, const std::string& value);
  int exec();
};
class PipelineImpl;
using Pipeline = QueuedRedis<PipelineImpl>;
class Subscriber {
public:
  void consume();
};
class Redis {
public:
  explicit Redis(const std::string& url);
  std::string get(const std::string& key);
  long long zcard(const std::string& key);
  Pipeline pipeline();
  Subscriber subscriber();
};
template <typename T>
class Future {
public:
  bool valid() const;
};
class AsyncRedis {
public:
  Future<std::string> get(const std::string& key);
};
} // namespace sw::redis

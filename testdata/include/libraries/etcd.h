// Declarations in the shape of etcd-cpp-apiv3.
#pragma once

#include <string>

namespace etcd {
class Response {};
class SyncClient {
public:
  Response get(const std::string& key);
};
class Client {
public:
  int get(const std::string& key);
};
} // namespace etcd

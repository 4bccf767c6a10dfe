// Declarations in the shape of clickhouse-cpp.
#pragma once

namespace clickhouse {
struct ClientOptions {
  ClientOptions& SetHost(const char* host);
};
class Client {
public:
  explicit Client(const ClientOptions& options);
  void Execute(const char* query);
};
} // namespace clickhouse

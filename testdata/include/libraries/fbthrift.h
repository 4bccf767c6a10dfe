// Declarations in the shape of fbthrift.
#pragma once

namespace apache::thrift {
class GeneratedAsyncClient {};
} // namespace apache::thrift

/// As the generator writes it.
class CalculatorAsyncClient : public apache::thrift::GeneratedAsyncClient {
public:
  int sync_add(int a, int b);
  int semifuture_add(int a, int b);
};

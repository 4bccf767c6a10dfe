// The generated shape of a gRPC stub is in libraries/grpc.cpp; here the chain through a wrapper.
#include "fake/task.h"

#include <grpcpp/channel.h>

using fake::Task;

class Connection {
public:
  bool wait() { return channel_->WaitForConnected(std::chrono::system_clock::now() + std::chrono::seconds(1)); }
  grpc_connectivity_state state() { return channel_->GetState(true); }

private:
  std::shared_ptr<grpc::Channel> channel_;
};

Task<> connects(Connection& connection) {
  connection.state();  // ok: blocking-rpc
  connection.wait();   // want: blocking-rpc error
  co_return;
}

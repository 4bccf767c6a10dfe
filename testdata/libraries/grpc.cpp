#include "fake/task.h"

#include <google/protobuf/empty.pb.h>
#include <grpcpp/alarm.h>
#include <grpcpp/grpcpp.h>
#include <grpcpp/impl/client_unary_call.h>
#include <grpcpp/impl/codegen/proto_utils.h>
#include <grpcpp/support/client_callback.h>
#include <grpcpp/support/server_callback.h>
#include <grpcpp/support/sync_stream.h>

#include <chrono>
#include <thread>

using fake::Task;
using Clock = std::chrono::system_clock;

void nap() { std::this_thread::sleep_for(std::chrono::milliseconds(1)); }

using Message = google::protobuf::Empty;

// ---- streams

Task<> readers(grpc::ClientReader<Message>& reader, Message* message) {
  reader.WaitForInitialMetadata();                      // want: blocking-rpc error
  reader.Read(message);                                 // want: blocking-rpc
  reader.Finish();                                      // want: blocking-rpc
  co_return;
}

Task<> writers(grpc::ClientWriter<Message>& writer, const Message& message) {
  writer.Write(message);                                // want: blocking-rpc
  writer.Finish();                                      // want: blocking-rpc
  co_return;
}

Task<> both(grpc::ClientReaderWriter<Message, Message>& stream, Message* message) {
  stream.WaitForInitialMetadata();                      // want: blocking-rpc
  stream.Read(message);                                 // want: blocking-rpc
  stream.Write(*message);                               // want: blocking-rpc
  stream.Finish();                                      // want: blocking-rpc
  co_return;
}

Task<> interfaces(grpc::internal::ReaderInterface<Message>& reader, grpc::internal::WriterInterface<Message>& writer,
                  grpc::internal::ClientStreamingInterface& stream, Message* message) {
  reader.Read(message);                                 // want: blocking-rpc
  writer.Write(*message);                               // want: blocking-rpc
  stream.Finish();                                      // want: blocking-rpc
  co_return;
}

// ---- queues, channels, servers

Task<> queues(grpc::CompletionQueue& queue, void** tag, bool* fine, Clock::time_point when) {
  queue.Next(tag, fine);                                // want: blocking-rpc
  queue.AsyncNext(tag, fine, when);                     // want: blocking-rpc warning
  queue.DoThenAsyncNext([] { nap(); }, tag, fine, when); // want: blocking-rpc warning // want: blocking-sleep
  queue.Shutdown();                                     // ok: blocking-rpc
  co_return;
}

Task<> channels(grpc::Channel& channel, Clock::time_point when) {
  channel.WaitForConnected(when);                       // want: blocking-rpc
  channel.WaitForStateChange(GRPC_CHANNEL_READY, when); // want: blocking-rpc
  channel.GetState(true);                               // ok: blocking-rpc
  co_return;
}

Task<> servers(grpc::Server& server, grpc::ServerInterface& any) {
  server.Wait();                                        // want: nested-event-loop error
  any.Wait();                                           // want: nested-event-loop
  server.Shutdown();                                    // want: blocking-rpc
  co_return;
}

// ---- generated stubs

class Greeter final {
public:
  class StubInterface {
  public:
    virtual ~StubInterface() = default;
    virtual grpc::Status SayHello(grpc::ClientContext* context, const Message& request, Message* response) = 0;
    class async_interface {
    public:
      virtual ~async_interface() = default;
      virtual void SayHello(grpc::ClientContext* context, const Message* request, Message* response, std::function<void(grpc::Status)>) = 0;
    };
    virtual async_interface* async() { return nullptr; }
  };
  class Stub final : public StubInterface {
  public:
    grpc::Status SayHello(grpc::ClientContext* context, const Message& request, Message* response) override;
    Message Local(const Message& request);

  private:
    std::shared_ptr<grpc::ChannelInterface> channel_;
    const grpc::internal::RpcMethod* method_ = nullptr;
  };
};

// A generated source: its body calls into the library.
grpc::Status Greeter::Stub::SayHello(grpc::ClientContext* context, const Message& request, Message* response) {
  return grpc::internal::BlockingUnaryCall<Message, Message>(channel_.get(), *method_, context, request, response);
}

Task<> stubs(Greeter::Stub& stub, Greeter::StubInterface& any, grpc::ClientContext* context, Message* message) {
  stub.SayHello(context, *message, message);                                     // want: blocking-rpc
  any.SayHello(context, *message, message);                                      // want: blocking-rpc
  any.async()->SayHello(context, message, message, [](grpc::Status) { nap(); }); // ok: blocking-rpc
  co_return;
}

// ---- reactors run on the library's event threads

class Bidi : public grpc::ServerBidiReactor<Message, Message> {
  void OnReadDone(bool) override { nap(); }             // want: blocking-sleep
  void OnWriteDone(bool) override { nap(); }            // want: blocking-sleep
  void OnDone() override { nap(); }                     // want: blocking-sleep
  void OnCancel() override { nap(); }                   // want: blocking-sleep
};
class ServerRead : public grpc::ServerReadReactor<Message> {
  void OnReadDone(bool) override { nap(); }             // want: blocking-sleep
  void OnDone() override { nap(); }                     // want: blocking-sleep
  void OnCancel() override { nap(); }                   // want: blocking-sleep
};
class ServerWrite : public grpc::ServerWriteReactor<Message> {
  void OnWriteDone(bool) override { nap(); }            // want: blocking-sleep
  void OnDone() override { nap(); }                     // want: blocking-sleep
  void OnCancel() override { nap(); }                   // want: blocking-sleep
};
class ServerUnary : public grpc::ServerUnaryReactor {
  void OnDone() override { nap(); }                     // want: blocking-sleep
  void OnCancel() override { nap(); }                   // want: blocking-sleep
};
class ClientBidi : public grpc::ClientBidiReactor<Message, Message> {
  void OnReadInitialMetadataDone(bool) override { nap(); } // want: blocking-sleep
  void OnReadDone(bool) override { nap(); }             // want: blocking-sleep
  void OnWriteDone(bool) override { nap(); }            // want: blocking-sleep
  void OnDone(const grpc::Status&) override { nap(); }  // want: blocking-sleep
};
class ClientRead : public grpc::ClientReadReactor<Message> {
  void OnReadDone(bool) override { nap(); }             // want: blocking-sleep
  void OnDone(const grpc::Status&) override { nap(); }  // want: blocking-sleep
};
class ClientWrite : public grpc::ClientWriteReactor<Message> {
  void OnWriteDone(bool) override { nap(); }            // want: blocking-sleep
  void OnDone(const grpc::Status&) override { nap(); }  // want: blocking-sleep
};
class ClientUnary : public grpc::ClientUnaryReactor {
  void OnDone(const grpc::Status&) override { nap(); }  // want: blocking-sleep
};

// Declarations in the shape of brpc.
#pragma once

extern "C" int bthread_usleep(unsigned long microseconds);
namespace google::protobuf {
class Closure;
class Message;
class MethodDescriptor;
class RpcController;
} // namespace google::protobuf
namespace brpc {
class Channel {
public:
  void CallMethod(const google::protobuf::MethodDescriptor* method,
                  google::protobuf::RpcController* controller, const google::protobuf::Message* request,
                  google::protobuf::Message* response, google::protobuf::Closure* done);
};
} // namespace brpc

// Declarations in the shape of sdbusplus.
#pragma once

namespace sdbusplus {
namespace message {
class message {};
} // namespace message
namespace bus {
class bus {
public:
  auto call(message::message& message, unsigned long timeout) -> int;
  message::message new_method_call(const char* service, const char* path, const char* interface,
                                   const char* method);
};
} // namespace bus
using bus_t = bus::bus;
using message_t = message::message;
namespace async {
class context {
public:
  void run();
  void request_stop();
};
} // namespace async
} // namespace sdbusplus

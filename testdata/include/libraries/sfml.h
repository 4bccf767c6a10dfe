// Declarations in the shape of SFML.
#pragma once

namespace sf {
class Time {};
Time seconds(float amount);
void sleep(Time duration);
class IpAddress {
public:
  static IpAddress getPublicAddress(Time timeout = {});
};
class Socket {
public:
  enum Status { Done, NotReady };
  void setBlocking(bool blocking);
};
class TcpSocket : public Socket {
public:
  TcpSocket();
  Status receive(void* data, unsigned long size, unsigned long& received);
  void disconnect();
};
} // namespace sf

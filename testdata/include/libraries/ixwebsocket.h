// Declarations in the shape of IXWebSocket.
#pragma once

#include <functional>
#include <string>

namespace ix {
class HttpClient {
public:
  void get(const std::string& url);
  bool performRequest(const std::string& url, const std::function<void()>& callback);
};
class WebSocket {
public:
  void run();
  void start();
  void stop();
  void connect(int timeout);
};
} // namespace ix

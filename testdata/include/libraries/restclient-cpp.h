// Declarations in the shape of restclient-cpp.
#pragma once

#include <string>

namespace RestClient {
struct Response {};
Response get(const std::string& url);
class Connection {
public:
  Response post(const std::string& path, const std::string& data);
  void SetTimeout(int seconds);
};
} // namespace RestClient

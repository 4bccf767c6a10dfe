// Declarations in the shape of HTTPRequest.
#pragma once

#include <string>

namespace http {
struct Response {};
class Request {
public:
  explicit Request(const std::string& url);
  Response send(const std::string& method = "GET");
};
} // namespace http

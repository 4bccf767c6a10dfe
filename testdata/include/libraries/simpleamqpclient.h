// Declarations in the shape of SimpleAmqpClient.
#pragma once

#include <memory>
#include <string>

namespace AmqpClient {
class Channel {
public:
  using ptr_t = std::shared_ptr<Channel>;
  static ptr_t Create(const std::string& host);
  void BasicPublish(const std::string& exchange, const std::string& key, const std::string& body);
  int GetSocketFD() const;
};
} // namespace AmqpClient

// Declarations in the shape of WebSocket++.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>

namespace websocketpp {
using connection_hdl = std::weak_ptr<void>;
using open_handler = std::function<void(connection_hdl)>;
using http_handler = std::function<void(connection_hdl)>;
using validate_handler = std::function<bool(connection_hdl)>;
using ping_handler = std::function<bool(connection_hdl, std::string)>;
using timer_handler = std::function<void(int)>;

namespace transport::asio {
template <typename config>
class endpoint {
public:
  void listen(uint16_t port);
  void listen(const std::string& host, const std::string& service);
  std::size_t run();
  std::size_t run_one();
  std::size_t poll();
  std::shared_ptr<void> set_timer(long duration, timer_handler callback);
  void set_tcp_init_handler(std::function<void(connection_hdl)> handler);
};
} // namespace transport::asio

template <typename config>
class connection {
public:
  using message_handler = std::function<void(connection_hdl, typename config::message_ptr)>;
  void set_message_handler(message_handler handler);
  void set_open_handler(open_handler handler);
  void set_close_handler(open_handler handler);
  std::shared_ptr<void> set_timer(long duration, timer_handler callback);
};

template <typename connection, typename config>
class endpoint : public config::transport_type {
public:
  using message_handler = std::function<void(connection_hdl, typename config::message_ptr)>;
  void set_open_handler(open_handler handler);
  void set_close_handler(open_handler handler);
  void set_fail_handler(open_handler handler);
  void set_http_handler(http_handler handler);
  void set_validate_handler(validate_handler handler);
  void set_ping_handler(ping_handler handler);
  void set_message_handler(message_handler handler);
};
template <typename config>
class server : public endpoint<connection<config>, config> {
public:
  using connection_type = connection<config>;
  using message_ptr = typename config::message_ptr;
  std::shared_ptr<connection_type> get_con_from_hdl(connection_hdl handle);
};
namespace config {
struct message {};
struct asio {
  using message_ptr = std::shared_ptr<message>;
  using transport_type = transport::asio::endpoint<asio>;
};
} // namespace config
} // namespace websocketpp

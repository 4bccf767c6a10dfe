#include "audit.h"

#include <asio.hpp>

void audit(std::string_view event) {
  asio::io_context context;
  asio::ip::tcp::resolver resolver(context);
  asio::ip::tcp::socket socket(context);
  asio::connect(socket, resolver.resolve("audit.internal", "7000"));
  asio::write(socket, asio::buffer(event));
}

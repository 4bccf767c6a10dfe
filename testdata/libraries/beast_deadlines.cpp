// enable: missing-timeout
#include <utility> // Boost 1.74 forgets it

#include <boost/asio/awaitable.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>
#include <boost/beast/websocket.hpp>

#include <chrono>

namespace beast = boost::beast;
namespace http = beast::http;
namespace net = boost::asio;
using net::awaitable;
using net::use_awaitable;
using namespace std::chrono_literals;

using Parser = http::response_parser<http::string_body>;
using Request = http::request<http::string_body>;
using Response = http::response<http::string_body>;

awaitable<void> without(beast::tcp_stream& stream, beast::flat_buffer& buffer, Parser& parser, Request& request, Response& response,
                        net::ip::tcp::endpoint peer, net::mutable_buffer bytes) {
  co_await stream.async_connect(peer, use_awaitable);               // want: missing-timeout warning
  co_await http::async_write(stream, request, use_awaitable);       // want: missing-timeout
  co_await http::async_read(stream, buffer, response, use_awaitable); // want: missing-timeout
  co_await http::async_read_header(stream, buffer, parser, use_awaitable); // want: missing-timeout
  co_await stream.async_read_some(bytes, use_awaitable);            // want: missing-timeout
  co_await stream.async_write_some(bytes, use_awaitable);           // want: missing-timeout
}

awaitable<void> handshake(beast::websocket::stream<beast::tcp_stream>& socket) {
  co_await socket.async_handshake("host", "/", use_awaitable);      // want: missing-timeout
}

awaitable<void> withOne(beast::tcp_stream& stream, Request& request) {
  stream.expires_after(5s);
  co_await http::async_write(stream, request, use_awaitable);       // ok: missing-timeout
}

awaitable<void> untilATime(beast::tcp_stream& stream, Request& request) {
  stream.expires_at(std::chrono::steady_clock::now());
  co_await http::async_write(stream, request, use_awaitable);       // ok: missing-timeout
}

awaitable<void> handshakeWithOne(beast::websocket::stream<beast::tcp_stream>& socket) {
  socket.set_option(beast::websocket::stream_base::timeout::suggested(beast::role_type::client));
  co_await socket.async_handshake("host", "/", use_awaitable);      // ok: missing-timeout
}

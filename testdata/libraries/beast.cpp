#include <utility> // Boost 1.74 forgets it

#include <boost/asio/awaitable.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/core/buffered_read_stream.hpp>
#include <boost/beast/core/flat_stream.hpp>
#include <boost/beast/http.hpp>

#include <chrono>
#include <thread>

namespace beast = boost::beast;
namespace http = beast::http;
namespace net = boost::asio;
using net::awaitable;
using net::use_awaitable;

void nap() { std::this_thread::sleep_for(std::chrono::milliseconds(1)); }

using Parser = http::response_parser<http::string_body>;
using Request = http::request<http::string_body>;
using Serializer = http::request_serializer<http::string_body>;

awaitable<void> messages(beast::tcp_stream& stream, beast::flat_buffer& buffer, Parser& parser, Request& request, Serializer& serializer,
                         http::response<http::string_body>& response) {
  http::read(stream, buffer, response);                             // want: blocking-http error
  http::read_some(stream, buffer, parser);                          // want: blocking-http
  http::read_header(stream, buffer, parser);                        // want: blocking-http
  http::write(stream, request);                                     // want: blocking-http
  http::write_some(stream, serializer);                             // want: blocking-http
  http::write_header(stream, serializer);                           // want: blocking-http
  co_await http::async_write(stream, request, use_awaitable);       // ok: blocking-http   suspends
  co_await http::async_read(stream, buffer, response, use_awaitable); // ok: blocking-http
}

awaitable<void> streams(beast::tcp_stream& stream, beast::buffered_read_stream<net::ip::tcp::socket, beast::flat_buffer>& buffered,
                        beast::flat_stream<net::ip::tcp::socket>& flat, net::mutable_buffer buffer, net::ip::tcp::endpoint peer) {
  stream.connect(peer);                                             // want: blocking-socket error
  stream.read_some(buffer);                                         // want: blocking-socket
  stream.write_some(buffer);                                        // want: blocking-socket
  buffered.read_some(buffer);                                       // want: blocking-socket
  buffered.write_some(buffer);                                      // want: blocking-socket
  flat.read_some(buffer);                                           // want: blocking-socket
  flat.write_some(buffer);                                          // want: blocking-socket
  stream.expires_after(std::chrono::seconds(1));                    // ok: blocking-socket
  co_return;
}

awaitable<void> files(beast::file_posix& posix, beast::file_stdio& stdio, beast::error_code& error, char* data) {
  posix.open("a", beast::file_mode::read, error);                   // want: blocking-file warning
  posix.read(data, 1, error);                                       // want: blocking-file
  posix.write(data, 1, error);                                      // want: blocking-file
  stdio.open("a", beast::file_mode::read, error);                   // want: blocking-file
  stdio.read(data, 1, error);                                       // want: blocking-file
  stdio.write(data, 1, error);                                      // want: blocking-file
  http::file_body::value_type body;
  body.open("a", beast::file_mode::scan, error);                    // want: blocking-file
  body.is_open();                                                   // ok: blocking-file
  co_return;
}

void handlers(beast::tcp_stream& stream, beast::flat_buffer& buffer, Parser& parser, Request& request, Serializer& serializer,
              http::response<http::string_body>& response, net::mutable_buffer data, net::ip::tcp::endpoint peer) {
  http::async_read(stream, buffer, response, [](auto...) { nap(); });      // want: blocking-sleep
  http::async_read_some(stream, buffer, parser, [](auto...) { nap(); });   // want: blocking-sleep
  http::async_read_header(stream, buffer, parser, [](auto...) { nap(); }); // want: blocking-sleep
  http::async_write(stream, request, [](auto...) { nap(); });              // want: blocking-sleep
  http::async_write_some(stream, serializer, [](auto...) { nap(); });      // want: blocking-sleep
  http::async_write_header(stream, serializer, [](auto...) { nap(); });    // want: blocking-sleep
  stream.async_read_some(data, [](auto...) { nap(); });                    // want: blocking-sleep
  stream.async_write_some(data, [](auto...) { nap(); });                   // want: blocking-sleep
  stream.async_connect(peer, [](auto) { nap(); });                         // want: blocking-sleep
  beast::async_detect_ssl(stream, buffer, [](auto...) { nap(); });         // want: blocking-sleep
}

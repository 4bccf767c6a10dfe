#include <utility> // Boost 1.74 forgets it

#include <boost/asio/awaitable.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/ssl.hpp>
#include <boost/beast/websocket.hpp>

#include <chrono>
#include <thread>

namespace beast = boost::beast;
namespace websocket = beast::websocket;
namespace net = boost::asio;
using net::awaitable;
using net::use_awaitable;
using Stream = websocket::stream<beast::tcp_stream>;
using Secure = beast::ssl_stream<beast::tcp_stream>;

void nap() { std::this_thread::sleep_for(std::chrono::milliseconds(1)); }

awaitable<void> sockets(Stream& stream, beast::flat_buffer& buffer, net::mutable_buffer data, beast::error_code& error) {
  stream.accept();                                                  // want: blocking-socket
  stream.handshake("localhost", "/");                               // want: blocking-socket
  stream.ping({});                                                  // want: blocking-socket
  stream.pong({});                                                  // want: blocking-socket
  stream.read(buffer);                                              // want: blocking-socket
  stream.read_some(buffer, 1);                                      // want: blocking-socket
  stream.write(data);                                               // want: blocking-socket
  stream.write_some(true, data);                                    // want: blocking-socket
  stream.close(websocket::close_code::normal);                      // want: blocking-socket
  websocket::teardown(beast::role_type::client, beast::get_lowest_layer(stream).socket(), error); // want: blocking-socket
  co_await stream.async_read(buffer, use_awaitable);                // ok: blocking-socket   suspends
}

awaitable<void> secure(Secure& stream, net::mutable_buffer data) {
  stream.handshake(net::ssl::stream_base::client);                  // want: blocking-socket
  stream.read_some(data);                                           // want: blocking-socket
  stream.write_some(data);                                          // want: blocking-socket
  stream.shutdown();                                                // want: blocking-socket
  co_return;
}

void handlers(Stream& stream, beast::flat_buffer& buffer, net::mutable_buffer data) {
  stream.async_accept([](auto) { nap(); });                         // want: blocking-sleep
  stream.async_handshake("localhost", "/", [](auto) { nap(); });    // want: blocking-sleep
  stream.async_ping({}, [](auto) { nap(); });                       // want: blocking-sleep
  stream.async_pong({}, [](auto) { nap(); });                       // want: blocking-sleep
  stream.async_read(buffer, [](auto...) { nap(); });                // want: blocking-sleep
  stream.async_read_some(buffer, 1, [](auto...) { nap(); });        // want: blocking-sleep
  stream.async_write(data, [](auto...) { nap(); });                 // want: blocking-sleep
  stream.async_write_some(true, data, [](auto...) { nap(); });      // want: blocking-sleep
  stream.async_close(websocket::close_code::normal, [](auto) { nap(); }); // want: blocking-sleep
  websocket::async_teardown(beast::role_type::client, beast::get_lowest_layer(stream).socket(), [](auto) { nap(); }); // want: blocking-sleep
}

void secureHandlers(Secure& stream, net::mutable_buffer data) {
  stream.async_handshake(net::ssl::stream_base::client, [](auto) { nap(); }); // want: blocking-sleep
  stream.async_shutdown([](auto) { nap(); });                       // want: blocking-sleep
  stream.async_read_some(data, [](auto...) { nap(); });             // want: blocking-sleep
  stream.async_write_some(data, [](auto...) { nap(); });            // want: blocking-sleep
}

#include <asio/awaitable.hpp>
#include <asio/ip/tcp.hpp>
#include <asio/ssl.hpp>
#include <asio/use_awaitable.hpp>

#include <chrono>
#include <thread>

void nap() { std::this_thread::sleep_for(std::chrono::milliseconds(1)); }

using Stream = asio::ssl::stream<asio::ip::tcp::socket>;

asio::awaitable<void> synchronous(Stream& stream, asio::mutable_buffer buffer) {
  stream.handshake(Stream::client);                                     // want: blocking-socket
  stream.read_some(buffer);                                             // want: blocking-socket
  stream.write_some(buffer);                                            // want: blocking-socket
  stream.shutdown();                                                    // want: blocking-socket
  co_await stream.async_handshake(Stream::client, asio::use_awaitable); // ok: blocking-socket
}

void handlers(Stream& stream, asio::mutable_buffer buffer) {
  stream.async_handshake(Stream::client, [](auto) { nap(); });          // want: blocking-sleep
  stream.async_shutdown([](auto) { nap(); });                           // want: blocking-sleep
  stream.async_read_some(buffer, [](auto...) { nap(); });               // want: blocking-sleep
  stream.async_write_some(buffer, [](auto...) { nap(); });              // want: blocking-sleep
}

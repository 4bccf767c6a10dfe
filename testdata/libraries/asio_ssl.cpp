#include <asio/awaitable.hpp>
#include <asio/ip/tcp.hpp>
#include <asio/ssl.hpp>
#include <asio/use_awaitable.hpp>

#include <chrono>
#include <functional>
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

// ---- callbacks of the handshake

bool check(bool known, asio::ssl::verify_context&) {
  nap();                                                                // want: blocking-sleep via nap, std::this_thread::sleep_for
  return known;
}
struct Verifier {
  bool operator()(bool known, asio::ssl::verify_context&) const {
    asio::io_context own;
    own.run();                                                          // want: nested-event-loop
    return known;
  }
};
struct Client {
  bool verify(bool known, asio::ssl::verify_context&) {
    nap();                                                              // want: blocking-sleep
    return known;
  }
  void prepare(Stream& stream) {
    stream.set_verify_callback(std::bind(&Client::verify, this, std::placeholders::_1, std::placeholders::_2));
  }
};
template <class Target>
void verifyQuickly(Target& target) {
  target.set_verify_callback([](bool known, asio::ssl::verify_context&) { return known; });
}
asio::awaitable<void> dial(Stream& stream, asio::ssl::context& context, asio::error_code error) {
  context.set_verify_callback(check);
  context.set_verify_callback(Verifier(), error);
  verifyQuickly(context);
  stream.set_verify_callback([](bool known, asio::ssl::verify_context&) {
    nap();                                                              // want: blocking-sleep
    return known;
  });
  verifyQuickly(stream);                                                // ok: blocking-sleep   only remembers the callback
  co_await stream.async_handshake(Stream::client, asio::use_awaitable);
}

// ---- certificates and keys in files

asio::awaitable<void> certificates(asio::ssl::context& context, asio::error_code error, std::string text) {
  using asio::ssl::context_base;
  context.use_certificate_file("a", context_base::pem, error);          // want: blocking-file warning
  context.use_certificate_chain_file("a", error);                       // want: blocking-file
  context.use_private_key_file("a", context_base::pem);                 // want: blocking-file
  context.use_rsa_private_key_file("a", context_base::pem);             // want: blocking-file
  context.use_tmp_dh_file("a");                                         // want: blocking-file
  context.load_verify_file("a");                                        // want: blocking-file
  context.use_certificate_chain(asio::buffer(text));                    // ok: blocking-file   it has been read
  context.add_verify_path("a");                                         // ok: blocking-file   read when a peer comes
  context.set_options(context_base::no_sslv2);                          // ok: blocking-file
  co_return;
}

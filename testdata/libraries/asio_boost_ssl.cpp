#include <utility> // Boost 1.74 forgets it

#include <boost/asio/awaitable.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <chrono>
#include <thread>

void nap() { std::this_thread::sleep_for(std::chrono::milliseconds(1)); }

using BoostStream = boost::asio::ssl::stream<boost::asio::ip::tcp::socket>;

boost::asio::awaitable<void> boosted(BoostStream& stream, boost::asio::mutable_buffer buffer) {
  stream.handshake(BoostStream::client);                                // want: blocking-socket
  stream.read_some(buffer);                                             // want: blocking-socket
  stream.write_some(buffer);                                            // want: blocking-socket
  stream.shutdown();                                                    // want: blocking-socket
  co_return;
}

void boostedHandlers(BoostStream& stream, boost::asio::mutable_buffer buffer) {
  stream.async_handshake(BoostStream::client, [](auto) { nap(); });     // want: blocking-sleep
  stream.async_shutdown([](auto) { nap(); });                           // want: blocking-sleep
  stream.async_read_some(buffer, [](auto...) { nap(); });               // want: blocking-sleep
  stream.async_write_some(buffer, [](auto...) { nap(); });              // want: blocking-sleep
}

boost::asio::awaitable<void> boostedCertificates(boost::asio::ssl::context& context) {
  using boost::asio::ssl::context_base;
  context.use_certificate_file("a", context_base::pem);                 // want: blocking-file
  context.use_certificate_chain_file("a");                              // want: blocking-file
  context.use_private_key_file("a", context_base::pem);                 // want: blocking-file
  context.use_rsa_private_key_file("a", context_base::pem);             // want: blocking-file
  context.use_tmp_dh_file("a");                                         // want: blocking-file
  context.load_verify_file("a");                                        // want: blocking-file
  co_return;
}

// ---- callbacks of the handshake

bool slowly(bool known, boost::asio::ssl::verify_context&) {
  ::sleep(1);                                                           // want: blocking-sleep
  return known;
}
void prepareToVerify(boost::asio::ssl::context& context,
                     boost::asio::ssl::stream<boost::asio::ip::tcp::socket>& stream) {
  context.set_verify_callback(slowly);
  stream.set_verify_callback([](bool known, boost::asio::ssl::verify_context&) {
    ::sleep(1);                                                         // want: blocking-sleep
    return known;
  });
}

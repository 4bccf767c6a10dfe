// Names that public code resolved on its loop, before and after it was repaired.
#include <asio.hpp>

#include <netdb.h>
#include <string>

using asio::awaitable;
using asio::use_awaitable;
using asio::ip::tcp;

namespace before {

// ---- with the resolver at hand

awaitable<void> send(std::string host) {
  tcp::resolver resolver(co_await asio::this_coro::executor);
  const auto addresses = resolver.resolve(host, "smtp"); // want: blocking-dns
  tcp::socket socket(co_await asio::this_coro::executor);
  co_await asio::async_connect(socket, addresses, use_awaitable);
}

// ---- with libc, in a helper

bool lookUp(const char* host, addrinfo** found) {
  // Good enough until somebody finds the time for an asynchronous one.
  return ::getaddrinfo(host, "80", nullptr, found) == 0;
}
awaitable<void> connect(const char* host) {
  addrinfo* found = nullptr;
  if (lookUp(host, &found)) { ::freeaddrinfo(found); } // want: blocking-dns via before::lookUp, getaddrinfo
  co_return;
}

} // namespace before

namespace after {

awaitable<void> send(std::string host) {
  tcp::resolver resolver(co_await asio::this_coro::executor);
  const auto addresses = co_await resolver.async_resolve(host, "smtp", use_awaitable); // ok: blocking-dns
  tcp::socket socket(co_await asio::this_coro::executor);
  co_await asio::async_connect(socket, addresses, use_awaitable);
}

awaitable<void> connect(asio::thread_pool& pool, const char* host) {
  co_await asio::post(asio::bind_executor(pool, use_awaitable));
  addrinfo* found = nullptr;
  if (before::lookUp(host, &found)) { ::freeaddrinfo(found); } // ok: blocking-dns
}

} // namespace after

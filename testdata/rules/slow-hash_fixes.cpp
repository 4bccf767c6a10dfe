// A password check that kept a loop busy, before and after it was repaired.
#include <asio.hpp>

#include <crypt.h>
#include <string>

using asio::awaitable;
using asio::use_awaitable;

std::string stored(const std::string& user);

bool matches(const std::string& password, const std::string& hash) {
  crypt_data data{};
  const char* made = ::crypt_r(password.c_str(), hash.c_str(), &data);
  return made != nullptr && hash == made;
}

namespace before {

awaitable<bool> authenticate(std::string user, std::string password) {
  co_return matches(password, stored(user)); // want: slow-hash via matches, crypt_r
}

} // namespace before

namespace after {

awaitable<bool> authenticate(std::string user, std::string password, asio::thread_pool& pool) {
  co_return co_await asio::co_spawn(
      pool, [=]() -> awaitable<bool> { co_return matches(password, stored(user)); }, use_awaitable); // ok: slow-hash
}

} // namespace after

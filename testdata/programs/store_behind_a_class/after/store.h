#pragma once

#include "fake/task.h"

#include <asio.hpp>

#include <memory>
#include <string>

struct sqlite3;

namespace after {

/// All statements run on a thread of its own.
class Store {
public:
  explicit Store(const char* path);
  ~Store();
  asio::awaitable<int> balance(std::string user);
  asio::awaitable<void> setBalance(std::string user, int value);

private:
  sqlite3* database_ = nullptr;
  asio::thread_pool thread_{1};
};

} // namespace after

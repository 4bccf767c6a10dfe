#pragma once

#include <memory>
#include <string>

struct sqlite3;

namespace before {

/// What the commands see of the database.
class Store {
public:
  virtual ~Store() = default;
  virtual int balance(const std::string& user) = 0;
  virtual void setBalance(const std::string& user, int value) = 0;
};

std::unique_ptr<Store> openStore(const char* path);

} // namespace before

#pragma once

#include "fake/task.h"

#include <string>

struct pg_conn;

namespace after {

/// Waits for the loop to say that the socket is readable.
class Connection {
public:
  fake::Task<int> number(std::string query);

private:
  fake::Tick readable();
  pg_conn* connection_ = nullptr;
};

} // namespace after

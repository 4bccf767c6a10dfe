#pragma once

#include <condition_variable>
#include <mutex>
#include <string>
#include <vector>

struct pg_conn;

namespace before {

/// A few connections that all commands share.
class Connections {
public:
  explicit Connections(int count);
  pg_conn* take();
  void giveBack(pg_conn* connection);

private:
  std::mutex mutex_;
  std::condition_variable returned_;
  std::vector<pg_conn*> free_;
};

/// A connection for the time of a command.
class Lease {
public:
  explicit Lease(Connections& connections) : connections_(connections), connection_(connections.take()) {}
  ~Lease() { connections_.giveBack(connection_); }
  int number(const std::string& query);

private:
  Connections& connections_;
  pg_conn* connection_;
};

} // namespace before

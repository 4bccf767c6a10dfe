// flags: -isystem /usr/include/postgresql
#include "connections.h"

#include <libpq-fe.h>

#include <cstdlib>

namespace before {

Connections::Connections(int count) {
  for (int i = 0; i < count; ++i) { free_.push_back(PQconnectdb("dbname=chat")); }
}

pg_conn* Connections::take() {
  std::unique_lock lock(mutex_);
  returned_.wait(lock, [this] { return !free_.empty(); });
  pg_conn* connection = free_.back();
  free_.pop_back();
  return connection;
}

void Connections::giveBack(pg_conn* connection) {
  {
    std::lock_guard lock(mutex_);
    free_.push_back(connection);
  }
  returned_.notify_one();
}

int Lease::number(const std::string& query) {
  PGresult* result = PQexec(connection_, query.c_str());
  const int number = PQntuples(result) == 0 ? 0 : std::atoi(PQgetvalue(result, 0, 0));
  PQclear(result);
  return number;
}

} // namespace before

// flags: -isystem /usr/include/postgresql
#include "connection.h"

#include <libpq-fe.h>

#include <cstdlib>

namespace after {

fake::Tick Connection::readable() { return {}; }

fake::Task<int> Connection::number(std::string query) {
  PQsendQuery(connection_, query.c_str());
  while (PQisBusy(connection_) != 0) {
    co_await readable();
    PQconsumeInput(connection_);
  }
  PGresult* result = PQgetResult(connection_); // ok: blocking-database   it is there
  const int number = PQntuples(result) == 0 ? 0 : std::atoi(PQgetvalue(result, 0, 0));
  PQclear(result);
  co_return number;
}

} // namespace after

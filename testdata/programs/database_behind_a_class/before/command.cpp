// A pool of database connections behind a class in another file, before and after it was repaired.
#include "connections.h"

#include "fake/task.h"

namespace before {

fake::Task<int> ranking(Connections& connections, std::string user) {
  Lease lease(connections); // want: blocking-wait via before::Lease::Lease, before::Connections::take, std::condition_variable::wait // want: blocking-lock // want: blocking-lock
  const int coins = lease.number("select coins from users where name = '" + user + "'"); // want: blocking-database via before::Lease::number, PQexec
  co_await fake::Tick();
  co_return coins;
}

} // namespace before

int main() {
  before::Connections connections(4);
  before::ranking(connections, "me");  // want: unawaited-task
}
